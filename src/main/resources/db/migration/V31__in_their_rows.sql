-- Documents and words lie in their rows, not in a table beside them: to fetch one is one look-up instead of two, and to
-- write one fills one index instead of two. Both tables hold hardly anything else. What is stored already stays where it
-- is until it is written again; what does not fit on a page still lies beside.
ALTER TABLE document ALTER COLUMN body SET STORAGE MAIN;
ALTER TABLE public_words ALTER COLUMN words SET STORAGE MAIN;
