#define _GNU_SOURCE
#include "csqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

int csqlite_without_statistics(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

int csqlite_harden(sqlite3 *connection) {
    int result = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    if (result == SQLITE_OK) result = sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    return result;
}

int csqlite_keep_log(sqlite3 *connection, int is_kept) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, is_kept, NULL);
}

static void wake(int signal) { (void)signal; }

// flock has no time limit of its own: a timer aimed at this thread interrupts the wait.
static int wait_for_lock(int descriptor, int milliseconds) {
    int number = SIGRTMIN + 4;
    struct sigaction action = {.sa_handler = wake};
    sigaction(number, &action, NULL);
    struct sigevent event = {0};
    event.sigev_notify = SIGEV_THREAD_ID;
    event.sigev_signo = number;
    event._sigev_un._tid = (pid_t)syscall(SYS_gettid);
    timer_t timer;
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) != 0) return -1;
    // Whoever started the program may have had signals held back: the limit holds all the same.
    sigset_t own, before;
    sigemptyset(&own);
    sigaddset(&own, number);
    pthread_sigmask(SIG_UNBLOCK, &own, &before);
    // The repeat covers a first signal that came before the wait began.
    struct itimerspec limit = {
        .it_value = {milliseconds / 1000, (milliseconds % 1000) * 1000000L}, .it_interval = {0, 5000000L}};
    timer_settime(timer, 0, &limit, NULL);
    struct timespec start, now;
    clock_gettime(CLOCK_MONOTONIC, &start);
    int result;
    for (;;) {
        result = flock(descriptor, LOCK_EX);
        if (result == 0 || errno != EINTR) break;
        clock_gettime(CLOCK_MONOTONIC, &now);
        long passed = (now.tv_sec - start.tv_sec) * 1000 + (now.tv_nsec - start.tv_nsec) / 1000000;
        if (passed >= milliseconds) {
            result = 1;
            break;
        }
    }
    timer_delete(timer);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return result;
}

int csqlite_lock(int descriptor, int milliseconds, struct csqlite_turns *turns) {
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return 0;
    if (errno != EWOULDBLOCK) return -1;
    if (turns) __atomic_add_fetch(&turns->waiting, 1, __ATOMIC_RELAXED);
    int result = wait_for_lock(descriptor, milliseconds);
    if (turns) __atomic_sub_fetch(&turns->waiting, 1, __ATOMIC_RELAXED);
    return result;
}

enum { page_size = 4096, turns_place = 512 };

struct csqlite_turns *csqlite_map_turns(int descriptor, uint64_t run) {
    struct stat info;
    if (fstat(descriptor, &info) != 0) return NULL;
    // What lies behind a file's end is nobody's.
    if (info.st_size < page_size && ftruncate(descriptor, page_size) != 0) return NULL;
    char *page = mmap(NULL, page_size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (page == MAP_FAILED) return NULL;
    struct csqlite_turns *turns = (struct csqlite_turns *)(page + turns_place);
    if (turns->run != run) {
        turns->salt = turns->frames = 0;
        turns->waiting = 0;
        __atomic_store_n(&turns->run, run, __ATOMIC_RELEASE);
    }
    return turns;
}

void csqlite_unmap_turns(struct csqlite_turns *turns) { munmap((char *)turns - turns_place, page_size); }

static uint64_t check_of(uint64_t salt, uint64_t frames) { return (salt ^ frames * 0x9E3779B97F4A7C15u) | 1; }

bool csqlite_is_flushed(const struct csqlite_turns *turns, uint64_t salt, uint64_t frames, uint32_t *turn) {
    *turn = __atomic_load_n(&turns->turn, __ATOMIC_ACQUIRE);
    bool is_so = turns->salt == salt && turns->frames >= frames && turns->check == check_of(salt, turns->frames);
    __atomic_thread_fence(__ATOMIC_ACQUIRE);
    return is_so && *turn % 2 == 0 && __atomic_load_n(&turns->turn, __ATOMIC_RELAXED) == *turn;
}

// Only whoever has claimed the flush tells; one that was killed while telling has left an odd turn.
static void tell(struct csqlite_turns *turns, uint64_t salt, uint64_t frames) {
    uint32_t odd = __atomic_load_n(&turns->turn, __ATOMIC_RELAXED) | 1;
    __atomic_store_n(&turns->turn, odd, __ATOMIC_RELAXED);
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    turns->salt = salt;
    turns->frames = frames;
    turns->check = check_of(salt, frames);
    __atomic_store_n(&turns->turn, odd + 1, __ATOMIC_RELEASE);
}

void csqlite_tell_flushed(struct csqlite_turns *turns, uint64_t salt, uint64_t frames) { tell(turns, salt, frames); }

// Whoever flushes may say so, also without the claim: what was told of earlier flushes stays true.
void csqlite_tell_failed(struct csqlite_turns *turns) { __atomic_add_fetch(&turns->failures, 1, __ATOMIC_RELEASE); }

uint32_t csqlite_released(const struct csqlite_turns *turns) {
    return __atomic_load_n(&turns->released, __ATOMIC_SEQ_CST);
}

void csqlite_make_room(struct csqlite_turns *turns) {
    __atomic_add_fetch(&turns->released, 1, __ATOMIC_SEQ_CST);
    syscall(SYS_futex, &turns->released, FUTEX_WAKE, INT_MAX, NULL, NULL, 0);
}

void csqlite_wait_for_room(struct csqlite_turns *turns, uint32_t released, int milliseconds) {
    struct timespec limit = {milliseconds / 1000, (milliseconds % 1000) * 1000000L};
    syscall(SYS_futex, &turns->released, FUTEX_WAIT, released, &limit, NULL, 0);
}

static bool set_byte(int descriptor, long place, short type) {
    struct flock claim = {.l_type = type, .l_whence = SEEK_SET, .l_start = place, .l_len = 1};
    return fcntl(descriptor, F_OFD_SETLK, &claim) == 0;
}

bool csqlite_claim_byte(int descriptor, long place) { return set_byte(descriptor, place, F_WRLCK); }

void csqlite_release_byte(int descriptor, long place) { set_byte(descriptor, place, F_UNLCK); }

bool csqlite_is_claimed(int descriptor, long place) {
    struct flock claim = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = place, .l_len = 1};
    return fcntl(descriptor, F_OFD_GETLK, &claim) == 0 && claim.l_type != F_UNLCK;
}

// The class and the place of ioprio_set's word, which glibc does not name: the disk when nobody else wants it.
void csqlite_stand_back(void) {
    int thread = (int)syscall(SYS_gettid);
    setpriority(PRIO_PROCESS, (id_t)thread, 19);
    syscall(SYS_ioprio_set, 1, thread, 3 << 13);
}

void csqlite_set_temporary_folder(const char *path) {
    sqlite3_free(sqlite3_temp_directory);
    sqlite3_temp_directory = path ? sqlite3_mprintf("%s", path) : NULL;
}

int csqlite_rename_new(const char *from, const char *to) {
    return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}

int csqlite_rename_exchange(const char *one, const char *other) {
    return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
}

bool csqlite_is_network(const char *path) {
    struct statfs info;
    if (statfs(path, &info) != 0) return false;
    switch ((unsigned long)info.f_type) {
    case 0x6969:      // NFS
    case 0xFF534D42:  // CIFS
    case 0xFE534D42:  // SMB2
    case 0x517B:      // SMB
    case 0x01021997:  // 9P
    case 0x5346414F:  // AFS
    case 0x65735546:  // FUSE: sshfs and the like
        return true;
    default:
        return false;
    }
}
