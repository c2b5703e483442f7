-- «Was this address captured before?» is asked for each page that is collected.
CREATE INDEX captures_address ON captures ((body ->> 'address'));
