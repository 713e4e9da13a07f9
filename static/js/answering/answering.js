// The page of a questionnaire: each behaviour binds itself to form[data-answering].
