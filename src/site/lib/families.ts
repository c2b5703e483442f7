/** The families of the code book, in its order. The site takes no values from other rooms, so they stand here, too; a test compares them. */
export const FAMILIES = ['violence', 'posture', 'control', 'politics', 'harm', 'assessment'] as const;
