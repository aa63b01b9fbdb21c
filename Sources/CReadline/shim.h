// GNU readline for Swift. Its settings are variables, and Swift refuses to touch a variable that
// any thread could change; so there is a function here for each setting that we change, and for
// what only macros can say.

#ifndef PATCHWISE_CREADLINE_SHIM_H
#define PATCHWISE_CREADLINE_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

// The libedit that macOS offers under readline's name says 0x0402.
#if !defined(RL_READLINE_VERSION) || RL_READLINE_VERSION < 0x0800
#error "Patchwise needs GNU readline 8.0 or newer."
#endif

// `rl_readline_name` is a variable. It keeps the pointer, so the name has to be a literal.
static inline void patchwise_set_name(void) { rl_readline_name = "patchwise"; }

// `rl_change_environment` is a variable. Off: LINES and COLUMNS stay as we got them.
static inline void patchwise_leave_environment_alone(void) { rl_change_environment = 0; }

// `rl_catch_sigwinch` is a variable. Off: readline would take whatever size the window has.
static inline void patchwise_leave_size_alone(void) { rl_catch_sigwinch = 0; }

// `rl_getc_function` is a variable.
static inline void patchwise_set_reader(rl_getc_func_t *reader) { rl_getc_function = reader; }

// `rl_redisplay_function` is a variable.
static inline void patchwise_set_redisplay(rl_voidfunc_t *redisplay) {
  rl_redisplay_function = redisplay;
}

// All three are variables. No character breaks words, so that what is completed is the line;
// matches are listed in our order.
static inline void patchwise_set_completer(rl_completion_func_t *completer) {
  rl_attempted_completion_function = completer;
  rl_completer_word_break_characters = "";
  rl_sort_completion_matches = 0;
}

// Both are variables, and readline sets them anew for each completion. No file names if nothing
// matches; no blank after what does.
static inline void patchwise_complete_exactly(void) {
  rl_attempted_completion_over = 1;
  rl_completion_append_character = '\0';
}

// Opens the terminal of standard input once more, so that reading it never waits: Ctrl-C takes away what was typed
// and not yet read, also between the look whether there is something and the reading of it. Standard input itself
// is shared with other programs, which would not expect that. Returns it where the terminal can't be opened, as one
// of another user can't. Here because Swift has no array of a fixed length that C could write a name to.
static inline int patchwise_open_input(void) {
  char name[256];
  if (ttyname_r(STDIN_FILENO, name, sizeof name) != 0) return STDIN_FILENO;
  int input = open(name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  return input < 0 ? STDIN_FILENO : input;
}

// What `patchwise_read_byte` returns if a signal came first.
enum { PATCHWISE_SIGNALLED = -3 };

// Waits for a byte of input. Unlike `rl_getc`, it returns when a signal comes, and so lets
// the caller leave the line; or at once if the caller says that one came that readline doesn't know of.
// Here because `FD_SET`, `RL_ISSTATE` and `READERR` are macros.
static inline int patchwise_read_byte(int from, bool (*is_signalled)(void)) {
  sigset_t all, usual;
  sigfillset(&all);
  // A signal between the look whether there was one and the wait has to end the wait.
  pthread_sigmask(SIG_SETMASK, &all, &usual);
  int ready = -1, error = EINTR;
  if (!rl_pending_signal() && !is_signalled()) {
    fd_set input;
    FD_ZERO(&input);
    FD_SET(from, &input);
    ready = pselect(from + 1, &input, NULL, NULL, NULL, &usual);
    error = errno;
  }
  pthread_sigmask(SIG_SETMASK, &usual, NULL);

  unsigned char byte;
  if (ready > 0) {
    ssize_t count = read(from, &byte, 1);
    if (count == 1) return byte;
    if (count == 0) return EOF;
    error = errno;
  }
  if (error == EINTR || error == EAGAIN) return PATCHWISE_SIGNALLED;
  return RL_ISSTATE(RL_STATE_READCMD) ? READERR : EOF;
}

// Moves the cursor, and not the place of editing, behind the line, so that nothing is written over
// a line of several rows. `rl_point` and `rl_end` are variables.
static inline void patchwise_show_end_of_line(void) {
  int point = rl_point;
  rl_point = rl_end;
  rl_redisplay();
  rl_point = point;
}

// Whether readline takes what comes as text, as in a paste, and not as a key. Here because
// `RL_ISSTATE` is a macro.
static inline bool patchwise_takes_text(void) { return RL_ISSTATE(RL_STATE_MOREINPUT) != 0; }

// Makes readline return: the line is done, and the byte that this returns accepts it. A search ends
// with the end of input. Here because `rl_done` is a variable, and `RL_ISSTATE` is a macro.
static inline int patchwise_leave_line(void) {
  rl_done = 1;
  return RL_ISSTATE(RL_STATE_READCMD) ? '\n' : EOF;
}

#endif
