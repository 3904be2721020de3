#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE 1
#define _GNU_SOURCE 1
#include "cterminal.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <ncursesw/curses.h>
#include <ncursesw/term.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

// term.h names terminfo capabilities by macros that are ordinary words.
#undef lines
#undef columns

static SCREEN *screen;
static struct termios saved;
static bool has_saved;
static volatile bool is_open;
static char farewell[256];
static size_t farewell_length;
static attr_t attributes_of[64];
static volatile sig_atomic_t ending, suspending;
static int wake = -1;

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";

int ct_eventfd(bool blocks) { return eventfd(0, EFD_CLOEXEC | (blocks ? 0 : EFD_NONBLOCK)); }

const char *ct_version(void) { return curses_version(); }

bool ct_locale(void) {
    if (setlocale(LC_ALL, "") == NULL) setlocale(LC_ALL, "C");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
    return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

static locale_t measures;
static pthread_once_t measures_once = PTHREAD_ONCE_INIT;
static void make_measures(void) { measures = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

// Widths do not depend on when, or whether, the process has set a locale of its own.
int ct_width(uint32_t scalar) {
    pthread_once(&measures_once, make_measures);
    if (measures == (locale_t)0) return wcwidth((wchar_t)scalar);
    locale_t before = uselocale(measures);
    int width = wcwidth((wchar_t)scalar);
    uselocale(before);
    return width;
}

static void emit(const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

// What was done about these signals before the screen, and where errors went.
static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
enum { fatal_count = sizeof fatal / sizeof *fatal };
static void (*before[fatal_count])(int);
static volatile sig_atomic_t errors = -1;

void ct_keep_errors(int descriptor) { errors = descriptor; }

// Only async-signal-safe calls: the bytes were made when the screen was opened. Whoever had something to say about it
// before the screen says it where it is read.
static void guard(int number) {
    if (is_open) {
        is_open = false;
        emit(farewell, farewell_length);
        if (has_saved) tcsetattr(STDIN_FILENO, TCSANOW, &saved);
    }
    if (errors >= 0) dup2(errors, STDERR_FILENO);
    for (size_t index = 0; index < fatal_count; index++)
        if (fatal[index] == number && before[index] != NULL) before[index](number);
    signal(number, SIG_DFL);
    raise(number);
}

static void end_asked(int number) {
    ending = number;
    uint64_t one = 1;
    if (wake >= 0 && write(wake, &one, sizeof one) < 0) return;
}

static void suspend_asked(int number) {
    (void)number;
    suspending = 1;
    uint64_t one = 1;
    if (wake >= 0 && write(wake, &one, sizeof one) < 0) return;
}

void ct_guard_thread(void) {
    static _Thread_local char *stack;
    if (stack != NULL) return;
    size_t size = 65536;
    stack = malloc(size);
    if (stack == NULL) return;
    stack_t alternate = {.ss_sp = stack, .ss_size = size};
    sigaltstack(&alternate, NULL);
}

static void handle(int number, void (*handler)(int), int flags) {
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

// Whoever writes in the background is stopped only where the program stops itself: a write that a handler interrupted
// would be tried again for ever. Threads that are made later inherit it.
static void hold_output_stops(int how) {
    sigset_t stops;
    sigemptyset(&stops);
    sigaddset(&stops, SIGTTOU);
    pthread_sigmask(how, &stops, NULL);
}

static void install(void) {
    ct_guard_thread();
    for (size_t index = 0; index < fatal_count; index++) {
        struct sigaction present;
        // One that takes more than the number is a run-time library's report, which shows what was in memory.
        if (sigaction(fatal[index], NULL, &present) == 0 && !(present.sa_flags & SA_SIGINFO) &&
            present.sa_handler != SIG_DFL && present.sa_handler != SIG_IGN && present.sa_handler != guard)
            before[index] = present.sa_handler;
        handle(fatal[index], guard, SA_ONSTACK | SA_RESETHAND | SA_NODEFER);
    }
    int asking[] = {SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU};
    for (size_t index = 0; index < sizeof asking / sizeof *asking; index++) {
        struct sigaction present;
        // Whoever started the program with SIGHUP ignored meant it; the hang-up itself is seen on the descriptor.
        if (sigaction(asking[index], NULL, &present) == 0 && present.sa_handler == SIG_IGN) continue;
        handle(asking[index], end_asked, 0);
    }
    handle(SIGTSTP, suspend_asked, 0);
    handle(SIGTTIN, suspend_asked, 0);
    hold_output_stops(SIG_BLOCK);
}

// Without the pauses that old terminals are given, «$<5>»: nothing waits in a handler.
static void append(const char *bytes) {
    if (bytes == NULL || bytes == (const char *)-1) return;
    while (*bytes != 0 && farewell_length + 1 < sizeof farewell) {
        const char *end = strncmp(bytes, "$<", 2) == 0 ? strchr(bytes, '>') : NULL;
        if (end != NULL) bytes = end + 1;
        else farewell[farewell_length++] = *bytes++;
    }
}

// Where there is no other screen to go back to, what stands here would stay for whoever comes next.
static void wipe(void) {
    if (tigetstr("rmcup") != NULL) return;
    erase();
    clearok(stdscr, TRUE);
    refresh();
}

int ct_open(bool colours, int wake_descriptor) {
    int problem = 0;
    if (setupterm(NULL, STDOUT_FILENO, &problem) != OK) return 1;
    if (tigetstr("cup") == NULL || tigetstr("clear") == NULL) return 2;
    has_saved = tcgetattr(STDIN_FILENO, &saved) == 0;
    // LINES and COLUMNS of the environment would freeze the size.
    unsetenv("LINES");
    unsetenv("COLUMNS");
    screen = newterm(NULL, stdout, stdin);
    if (screen == NULL) return 2;
    wake = wake_descriptor;
    raw();
    noecho();
    nonl();
    // Sequences are read by the program itself: the library would give those it does not know as letters.
    keypad(stdscr, FALSE);
    nodelay(stdscr, TRUE);
    // A repaint is never cut short by keys that wait: they are read after it.
    typeahead(-1);
    leaveok(stdscr, FALSE);
    // A list that moves by a line is moved by the terminal.
    idlok(stdscr, TRUE);
    if (colours && has_colors()) {
        start_color();
        use_default_colors();
    }
    farewell_length = 0;
    append(paste_off);
    append(tigetstr("sgr0"));
    if (tigetstr("rmcup") == NULL) append(tigetstr("clear"));
    append(tigetstr("cnorm"));
    append(tigetstr("rmkx"));
    append(tigetstr("rmcup"));
    append("\r\n");
    is_open = true;
    install();
    emit(paste_on, sizeof paste_on - 1);
    return 0;
}

void ct_close(void) {
    if (!is_open) return;
    is_open = false;
    wipe();
    emit(paste_off, sizeof paste_off - 1);
    endwin();
    if (has_saved) tcsetattr(STDIN_FILENO, TCSANOW, &saved);
    delscreen(screen);
    screen = NULL;
}

int ct_colours(void) { return has_colors() ? COLORS : 0; }
void ct_size(int *rows, int *columns) { getmaxyx(stdscr, *rows, *columns); }

void ct_style(int id, int foreground, int background, int attributes) {
    attr_t value = A_NORMAL;
    if (attributes & CT_BOLD) value |= A_BOLD;
    if (attributes & CT_UNDERLINE) value |= A_UNDERLINE;
    if (attributes & CT_REVERSE) value |= A_REVERSE;
    if (attributes & CT_DIM) value |= A_DIM;
    if (has_colors() && COLOR_PAIRS > id + 1 && (foreground >= 0 || background >= 0)) {
        init_extended_pair(id + 1, foreground, background);
        value |= COLOR_PAIR(id + 1);
    }
    attributes_of[id & 63] = value;
}

// Not as the colours that curses takes for the terminal's own: it would set those anew after every style and write.
void ct_paper(int style) { bkgdset(' ' | (chtype)attributes_of[style & 63]); }

void ct_text(int row, int column, const uint32_t *scalars, int count, int style, int attributes) {
    attr_t value = attributes_of[style & 63];
    if (attributes & CT_BOLD) value |= A_BOLD;
    if (attributes & CT_UNDERLINE) value |= A_UNDERLINE;
    attrset((int)value);
    mvaddnwstr(row, column, (const wchar_t *)scalars, count);
}

void ct_clear(void) { erase(); }

void ct_cursor(int row, int column, bool visible) {
    static int shown = -1;
    if (shown != (int)visible) curs_set(visible ? 1 : 0);
    shown = visible;
    move(row, column);
}

// Another thread may have given the terminal back already: what ends the program is none of this one's.
void ct_flush(void) {
    if (is_open) refresh();
}
void ct_redraw(void) { clearok(stdscr, TRUE); }
void ct_bell(void) { beep(); }

void ct_title(const char *text) {
    const char *type = getenv("TERM");
    if (type == NULL) return;
    if (strncmp(type, "xterm", 5) && strncmp(type, "tmux", 4) && strncmp(type, "screen", 6)) return;
    emit("\033]2;", 4);
    emit(text, strlen(text));
    emit("\007", 1);
}

int ct_key(uint32_t *code) {
    for (;;) {
        wint_t value = 0;
        errno = 0;
        int result = get_wch(&value);
        if (result == ERR) return errno == EIO ? CT_GONE : CT_NONE;
        if (result == KEY_CODE_YES) {
            if (value == KEY_RESIZE) return CT_RESIZED;
            continue;
        }
        *code = (uint32_t)value;
        return CT_CHARACTER;
    }
}

const char *ct_sequence(const char *name) {
    const char *bytes = tigetstr((char *)name);
    return bytes == (const char *)-1 ? NULL : bytes;
}

int64_t ct_milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void ct_suspend(void) {
    suspending = 0;
    wipe();
    emit(paste_off, sizeof paste_off - 1);
    endwin();
    hold_output_stops(SIG_UNBLOCK);
    handle(SIGTTIN, SIG_DFL, 0);
    handle(SIGTSTP, SIG_DFL, 0);
    raise(SIGTSTP);
    handle(SIGTSTP, suspend_asked, 0);
    handle(SIGTTIN, suspend_asked, 0);
    // The window may have changed while the program was stopped.
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0) {
        hold_output_stops(SIG_BLOCK);
        return;
    }
    // No screen is larger; a terminal that says so would have the library ask for gigabytes.
    int rows = size.ws_row > 1000 ? 1000 : size.ws_row;
    int columns = size.ws_col > 1000 ? 1000 : size.ws_col;
    resizeterm(rows, columns);
    emit(paste_on, sizeof paste_on - 1);
    clearok(stdscr, TRUE);
    refresh();
    hold_output_stops(SIG_BLOCK);
}

int ct_asked_to_end(void) { return ending; }
bool ct_asked_to_suspend(void) { return suspending != 0; }

int ct_spawn(const char *path, char *const arguments[], char *const environment[], int rows, int columns, pid_t *process) {
    int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0) return -1;
    // ptsname keeps one buffer for all threads.
    char name[64];
    if (ptsname_r(master, name, sizeof name) != 0) return -1;
    // Opened here, so that the size holds before the program reads it.
    int slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (slave < 0) return -1;
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    ioctl(slave, TIOCSWINSZ, &size);
    // Not fork: a large parent would copy its page tables for every start. The first terminal that a new session
    // opens is its own.
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0);
    posix_spawn_file_actions_adddup2(&actions, 0, 1);
    posix_spawn_file_actions_adddup2(&actions, 0, 2);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // The caller's thread may have signals blocked; a program starts with none.
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK);
    pid_t child = 0;
    int failure = posix_spawn(&child, path, &actions, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (failure != 0) {
        close(slave);
        close(master);
        return -1;
    }
    close(slave);
    *process = child;
    return master;
}

bool ct_resize(int master, int rows, int columns) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    return ioctl(master, TIOCSWINSZ, &size) == 0;
}
