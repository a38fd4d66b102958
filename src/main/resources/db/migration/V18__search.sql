-- The words of each version of a case, whatever script they are in; org.lacuna.publication.words cuts them. Weighed by
-- where they stand: A title and address, B incident, C timeline, D sources. Words that begin with a blank are marks, see
-- org.lacuna.publication.search.Mark: no text holds one.
CREATE TABLE public_words (
    sequence bigint   NOT NULL,
    words    tsvector NOT NULL,
    CONSTRAINT public_words_pk PRIMARY KEY (sequence),
    CONSTRAINT public_words_case FOREIGN KEY (sequence) REFERENCES public_case (sequence) ON DELETE CASCADE
);

-- Words wait in the index's list until there are 512 kB of them: a version has hundreds, and to insert many at once costs
-- a tenth. Every search reads that list from end to end, which is why it is no longer.
CREATE INDEX public_words_by_word ON public_words USING gin (words) WITH (fastupdate = on, gin_pending_list_limit = 512);

UPDATE projection SET filled = false;
