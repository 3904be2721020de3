// What Swift needs of SQLite and of the kernel's locks: the system header and twins for what it cannot import.
#ifndef GARITA_CSQLITE_H
#define GARITA_CSQLITE_H

#include <sqlite3.h>
#include <stdbool.h>

// sqlite3_bind_text with SQLITE_TRANSIENT, a macro that is a cast of -1 to a function pointer.
static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int count) {
    return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}

// Variadic sqlite3_config: no counting of memory, which takes a lock at every allocation. Before anything is opened.
int csqlite_without_statistics(void);

// Variadic sqlite3_db_config, for the defensive mode only.
int csqlite_harden(sqlite3 *connection);

// Variadic sqlite3_db_config, for what closing does with the log only.
int csqlite_keep_log(sqlite3 *connection, int is_kept);

// Takes an exclusive flock within `milliseconds`, in the kernel's queue. 0 done, 1 still held, -1 errno.
int csqlite_lock(int descriptor, int milliseconds);

// Claims one byte of an open file for this descriptor, until it is closed; false while another has it.
bool csqlite_claim_byte(int descriptor, long place);

// From here on this thread has the processor and the disk when nobody else wants them.
void csqlite_stand_back(void);

// Gives a file its name, unless there is one of that name already. 0 done.
int csqlite_rename_new(const char *from, const char *to);

// Two files change their names in one step. 0 done.
int csqlite_rename_exchange(const char *one, const char *other);

// Where SQLite puts its temporary files from now on; NULL for where it likes.
void csqlite_set_temporary_folder(const char *path);

// Whether the file lies on a network file system, where locks and WAL do not hold.
bool csqlite_is_network(const char *path);

#endif
