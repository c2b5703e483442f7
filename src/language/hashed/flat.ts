/** Rows of places one after the other, and where each row ends: flat numbers, since they are asked for every token. */
export type Flat = { readonly places: Int32Array; readonly ends: Int32Array };

export const flat = (rows: readonly (readonly number[])[]): Flat => {
  let end = 0;
  return {
    places: Int32Array.from(rows.flat()),
    ends: Int32Array.from(rows, (row) => {
      end += row.length;
      return end;
    }),
  };
};
