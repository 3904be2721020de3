// What Swift needs of SQLite and of the kernel's locks: the system header and twins for what it cannot import.
#ifndef GARITA_CSQLITE_H
#define GARITA_CSQLITE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

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

// What the writers of a store tell each other, in a page of a file that all of them map.
struct csqlite_turns {
    // Even while nothing is being told; changes with every flush of the disk.
    uint32_t turn;
    // How often a flush has failed: what it did not write may be lost without another word.
    uint32_t failures;
    // How far the log is on the disk: its round, and its frames.
    uint64_t salt, frames;
    // The run of the machine in which it was told.
    uint64_t run;
    // How many wait in the queue of writers.
    uint32_t waiting;
    // How often whoever flushed has made room for the next: what those who wait look at.
    uint32_t released;
    // What tells the log's round and frames from whatever else may lie there.
    uint64_t check;
    // The processes that make a copy beside the store, as they claimed it; of one that ended it says nothing.
    uint32_t copiers[4];
};

static inline uint32_t *csqlite_copier(struct csqlite_turns *turns, int index) { return &turns->copiers[index]; }

// The page of a file that is open for reading and writing; NULL when it cannot be mapped. What was told in
// another run of the machine is forgotten: it says nothing of what is on the disk.
struct csqlite_turns *csqlite_map_turns(int descriptor, uint64_t run);
void csqlite_unmap_turns(struct csqlite_turns *turns);

// Whether so much of the log was told to be on the disk; the turn in which it was looked at.
bool csqlite_is_flushed(const struct csqlite_turns *turns, uint64_t salt, uint64_t frames, uint32_t *turn);

// Tells what is on the disk.
void csqlite_tell_flushed(struct csqlite_turns *turns, uint64_t salt, uint64_t frames);
// Tells that a flush failed, whoever made it.
void csqlite_tell_failed(struct csqlite_turns *turns);

// How often room was made so far: read before the flush is claimed, so that nothing is missed between.
uint32_t csqlite_released(const struct csqlite_turns *turns);
// Makes room for the next, once the claim is given back, and wakes those who wait.
void csqlite_make_room(struct csqlite_turns *turns);
// Waits until room is made once more, at most so long.
void csqlite_wait_for_room(struct csqlite_turns *turns, uint32_t released, int milliseconds);

// Takes an exclusive flock within `milliseconds`, in the kernel's queue. 0 done, 1 still held, -1 errno.
// Whoever waits is counted, where there is a page for it.
int csqlite_lock(int descriptor, int milliseconds, struct csqlite_turns *turns);

// Claims one byte of an open file for this descriptor, until it is closed; false while another has it.
bool csqlite_claim_byte(int descriptor, long place);
void csqlite_release_byte(int descriptor, long place);
// Whether another has claimed it.
bool csqlite_is_claimed(int descriptor, long place);

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
