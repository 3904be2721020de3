extension Schema {
    /// What a practice keeps beside its journal: the scenario, what each name in it stands for, what
    /// the trainee was told and when, and what the trainer noted. Empty in every other store.
    static let practice = """
        CREATE TABLE practice (
          id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
          text TEXT NOT NULL
        ) STRICT;
        """
}
