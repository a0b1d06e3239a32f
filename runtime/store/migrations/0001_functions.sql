CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
-- How people's text sorts, the same on every store and in every locale (neither lower() nor a collation is): each
-- letter becomes one of 31 in the order of the Romanian alphabet, a ă â b … i î j … s ș t ț … z, without regard to
-- case; other accents fall on their letter, quotation marks count for nothing. Compare it with collate "C".
-- The key of a beginning is the beginning of the key, so that "starts with" may use the same index.
CREATE FUNCTION sort_key(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(
    replace(replace(replace(replace(value, 'ß', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'),
    'aăâbcdefghiîjklmnopqrsștțuvwxyz' || 'AĂÂBCDEFGHIÎJKLMNOPQRSȘTȚUVWXYZ' || 'şţŞŢ'
      || 'áàäãåāąÁÀÄÃÅĀĄ' || 'çćčÇĆČ' || 'ďđĎĐ' || 'éèêëēęěÉÈÊËĒĘĚ' || 'ğģĞĢ' || 'íìïīįıÍÌÏĪĮİ' || 'ķĶ' || 'ļłĻŁ' || 'ñńňņÑŃŇŅ'
      || 'óòôöõøőōÓÒÔÖÕØŐŌ' || 'řŘ' || 'śšŚŠ' || 'ťŤ' || 'úùûüűůūųÚÙÛÜŰŮŪŲ' || 'ýÿÝŸ' || 'źžżŹŽŻ'
      || 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁІЇЄҐ' || '[\]^_' || '"''„”“«»‘’`',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_' || 'ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_' || 'WYWY'
      || 'AAAAAAAAAAAAAA' || 'EEEEEE' || 'FFFF' || 'GGGGGGGGGGGGGG' || 'IIII' || 'KKKKKKKKKKKK' || 'NN' || 'OOOO' || 'QQQQQQQQ'
      || 'RRRRRRRRRRRRRRRR' || 'UU' || 'VVVV' || 'XX' || 'ZZZZZZZZZZZZZZZZ' || '^^^^' || '______'
      || 'абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ' || '     ')
$$;
--> statement-breakpoint
-- What a word is found by: lower case, no accents, in every script that we map.
CREATE FUNCTION search_key(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(sort_key(value), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_', 'aaabcdefghiijklmnopqrssttuvwxyz')
$$;
--> statement-breakpoint
INSERT INTO "site" ("id") VALUES (1);
