// The only door to curses, the locale, the crash guard and pseudo-terminals.
#ifndef GARITA_CTERMINAL_H
#define GARITA_CTERMINAL_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum { CT_NONE = 0, CT_CHARACTER = 1, CT_RESIZED = 2, CT_GONE = 3 };
enum { CT_BOLD = 1, CT_UNDERLINE = 2, CT_REVERSE = 4, CT_DIM = 8 };

const char *ct_version(void);
// An eventfd that does not block; -1 when there is none.
int ct_eventfd(bool blocks);
// Sets the locale, with C.UTF-8 for characters when the given one is not UTF-8. False when there is none.
bool ct_locale(void);
// Columns a character takes: 0, 1 or 2; -1 when it cannot be shown.
// In UTF-8 whatever locale the process or thread has.
int ct_width(uint32_t scalar);

// 0 open; 1 the terminal type is unknown; 2 it cannot address the cursor or clear the screen.
int ct_open(bool colours, int wake_descriptor);
void ct_close(void);
int ct_colours(void);
void ct_size(int *rows, int *columns);
// Style `id` (0 … 63): colours -1 for the terminal's, attributes as above.
void ct_style(int id, int foreground, int background, int attributes);
// The style of whatever stands empty.
void ct_paper(int style);
void ct_text(int row, int column, const uint32_t *scalars, int count, int style, int attributes);
void ct_clear(void);
void ct_cursor(int row, int column, bool visible);
void ct_flush(void);
void ct_redraw(void);
void ct_title(const char *text);
void ct_bell(void);
int ct_key(uint32_t *code);
// What a key sends by the terminal's description; NULL when that says nothing.
const char *ct_sequence(const char *name);
// By a clock that only goes forward.
int64_t ct_milliseconds(void);
// Leaves the screen, stops the process as the shell expects, and comes back after `fg`.
void ct_suspend(void);
// The signal that asked the program to end, 0 when none did.
int ct_asked_to_end(void);
bool ct_asked_to_suspend(void);
// Gives the calling thread its own stack for the crash guard.
void ct_guard_thread(void);
// Where errors go that are said when the program breaks off, while they go elsewhere; -1 for where they go now.
void ct_keep_errors(int descriptor);

// Starts a program on a new pseudo-terminal; the master's descriptor, or -1.
int ct_spawn(const char *path, char *const arguments[], char *const environment[], int rows, int columns, pid_t *process);
bool ct_resize(int master, int rows, int columns);

#endif
