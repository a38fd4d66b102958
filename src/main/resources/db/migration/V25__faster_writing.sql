-- Publishing a case spent a tenth of the database's time on compressing its document and its words. LZ4 takes a fifth of the
-- time of PostgreSQL's own method, for writing and for reading; what is stored already stays as it is. A PostgreSQL that
-- was built without it goes on as before.
DO $$
BEGIN
    ALTER TABLE document ALTER COLUMN body SET COMPRESSION lz4;
    ALTER TABLE document_veil ALTER COLUMN body SET COMPRESSION lz4;
    ALTER TABLE public_words ALTER COLUMN words SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    NULL;
END $$;

-- How much may wait in the lists of these indexes is now said by whoever writes (application.properties: 512 kB for every
-- connection; more while the whole record is published, which then takes a fifth less of the database's time).
ALTER INDEX public_words_by_word RESET (gin_pending_list_limit);
ALTER INDEX public_case_by_marks RESET (gin_pending_list_limit);
