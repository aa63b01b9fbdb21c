public import PatchwiseDialogue

/// Makes the terminal that edits lines with GNU readline.
///
/// Returns nothing in a build without readline, and where standard input or
/// standard output is no terminal: readline would echo what comes from a pipe. Nor does it where
/// the cursor can't go up, as on a "dumb" terminal: there readline shows a part of the line in one row, and
/// reads beyond its memory where a long one holds more than ASCII, as of readline 8.2.
public func makeReadlineTerminal() -> (any Terminal)? {
  #if Readline
    guard StandardStreams.inputIsTerminal, StandardStreams.outputIsTerminal,
      readline.withLock({ $0.canShowLines })
    else { return nil }
    return ReadlineTerminal()
  #else
    return nil
  #endif
}

#if Readline
  import CReadline
  import Synchronization

  /// A terminal with line editing, history and completion by GNU readline.
  ///
  /// Readline exists once in a process, so all values of this type are the same
  /// terminal; whoever reads while another reads waits for their line.
  struct ReadlineTerminal: Terminal {
    var width: Int? { StandardStreams.columns ?? 80 }

    func readLine(prompt: String, completions: [String]) -> TerminalInput {
      readline.withLock { $0.readLine(prompt: prompt, completions: completions) }
    }

    func write(_ text: String) {
      StandardStreams.write(text)
    }
  }

  /// The one readline of this process.
  private let readline = Mutex(Readline())

  /// What the Tab key offers, for readline's callback.
  private let candidates = Mutex<[String]>([])

  /// What is typed, on its way to readline, which shows it.
  private let keys = Mutex(TypedBytes())

  /// Where what is typed is read from.
  private let input = patchwise_open_input()

  /// Whether Ctrl-C was pressed since readline began to wait for a line.
  private let isInterrupted = Atomic(false)

  /// Whether the window has got another size since readline was told of it.
  private let isResized = Atomic(false)

  /// Whether the process goes on after it was stopped, and has not shown the line again.
  private let isContinued = Atomic(false)

  private struct Readline {
    private var isReady = false
    private var lastEntry = ""

    /// Whether it can show lines of more than one row, as it can where the cursor goes up.
    var canShowLines: Bool {
      mutating get {
        if !isReady {
          setUp()
          isReady = true
        }
        return rl_get_termcap("up") != nil
      }
    }

    mutating func readLine(prompt: String, completions: [String]) -> TerminalInput {
      // The window may have changed while readline did not look.
      takeSize()
      candidates.withLock { $0 = completions }
      guard let line = interruptibleLine(prompt: prompt) else {
        return isInterrupted.load(ordering: .relaxed) ? .abandoned : .end
      }
      remember(line)
      return .line(line)
    }

    private func setUp() {
      patchwise_set_name()
      patchwise_leave_environment_alone()
      patchwise_leave_size_alone()
      patchwise_set_reader { _ in nextByte() }
      patchwise_set_completer { line, _, _ in complete(line) }

      // Without a language readline would edit bytes. It sets the locale from the environment,
      // again for every line.
      if ["C", "POSIX"].contains(setlocale(LC_CTYPE, "").map { String(cString: $0) } ?? "C") {
        setenv("LC_ALL", "C.UTF-8", 1)
      }

      // Whoever has never heard of readline gets all matches at the first Tab, and no pager. The
      // user's own settings are read after this, and win.
      rl_variable_bind("show-all-if-ambiguous", "on")
      rl_variable_bind("page-completions", "off")
      rl_initialize()
    }

    /// Waits for a line; nothing if it was abandoned or input has ended.
    private func interruptibleLine(prompt: String) -> String? {
      isInterrupted.store(false, ordering: .relaxed)
      // Readline cleans up the terminal, then sends the signal again to whoever had it before.
      let previous = signal(SIGINT) { _ in isInterrupted.store(true, ordering: .relaxed) }
      defer { signal(SIGINT, previous) }
      let resized = signal(SIGWINCH) { _ in isResized.store(true, ordering: .relaxed) }
      defer { signal(SIGWINCH, resized) }
      isContinued.store(false, ordering: .relaxed)
      let continued = signal(SIGCONT) { _ in isContinued.store(true, ordering: .relaxed) }
      defer { signal(SIGCONT, continued) }

      let typed = CReadline.readline(prompt)
      defer { free(typed) }
      if isInterrupted.load(ordering: .relaxed) {
        // Where it was reading on behind a letter, readline has kept the end that it was given for the next line.
        rl_clear_pending_input()
        rl_crlf()
        patchwise_set_redisplay(rl_redisplay)
        return nil
      }
      guard let typed else {
        // After Ctrl-D readline starts a new line only where it has pasting to switch off.
        if !isOn("enable-bracketed-paste") { rl_crlf() }
        return nil
      }
      return String(cString: typed).onOneLine
    }

    private func isOn(_ setting: String) -> Bool {
      rl_variable_value(setting).map { String(cString: $0) } == "on"
    }

    private mutating func remember(_ line: String) {
      guard line != lastEntry, line.contains(where: { !$0.isWhitespace }) else { return }
      add_history(line)
      lastEntry = line
    }
  }

  /// Gives readline its next byte, or what ends the line if Ctrl-C was pressed or input has ended.
  private func nextByte() -> CInt {
    while !isInterrupted.load(ordering: .relaxed) {
      if let byte = keys.withLock({ $0.next() }) { return CInt(byte) }
      let byte = patchwise_read_byte(input) {
        isResized.load(ordering: .relaxed) || isContinued.load(ordering: .relaxed)
      }
      if byte == PATCHWISE_SIGNALLED {
        handleSignal()
      } else if let byte = UInt8(exactly: byte) {
        keys.withLock { $0.add(byte) }
      } else {
        return endOfPaste() ?? byte
      }
    }
    patchwise_set_redisplay {}  // leaving a search, for one, would show the line again
    if let byte = endOfPaste() { return byte }
    keys.withLock { $0 = TypedBytes() }
    return patchwise_leave_line()
  }

  /// Ends the paste that readline is in, byte by byte: if input ends in one, readline 8.2 forgets to end the text,
  /// and reads beyond it.
  private func endOfPaste() -> CInt? {
    guard patchwise_takes_text() else { return nil }
    return keys.withLock { $0.nextOfEnding() }.map { CInt($0) }
  }

  /// The smallest window that readline can show a line in, as of readline 8.2: in fewer than four columns it may
  /// divide by 0, in four it loses count of where wide letters begin a row, and compares beyond its memory; in one
  /// row it shows a part of the line, as where the cursor can't go up.
  private let fewest: (rows: CInt, columns: CInt) = (2, 8)

  /// Tells readline how large the window is.
  private func takeSize() {
    isResized.store(false, ordering: .relaxed)
    rl_reset_screen_size()
    var (rows, columns): (CInt, CInt) = (0, 0)
    rl_get_screen_size(&rows, &columns)
    if rows < fewest.rows || columns < fewest.columns {
      rl_set_screen_size(max(rows, fewest.rows), max(columns, fewest.columns))
    }
  }

  /// Handles the signal that has come, if any.
  private func handleSignal() {
    if isResized.load(ordering: .relaxed) {
      rl_clear_visible_line()
      takeSize()
      rl_forced_update_display()
    }
    if rl_pending_signal() != 0 {
      patchwise_show_end_of_line()
      rl_check_signals()
      // The process goes on: after Ctrl-C, or after it was stopped. Readline has forgotten how many
      // rows the line has.
      if isInterrupted.load(ordering: .relaxed) {
        rl_on_new_line()
      } else {
        isContinued.store(true, ordering: .relaxed)
      }
    }
    // Readline may also have been stopped where we did not look.
    if isContinued.exchange(false, ordering: .relaxed) { rl_forced_update_display() }
  }

  /// Gives readline what it replaces the line with, and then the matches, all for it to free.
  private func complete(
    _ line: UnsafePointer<CChar>?
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    patchwise_complete_exactly()
    guard
      let line,
      let completion = Completion(
        of: String(cString: line), among: candidates.withLock { $0 })
    else { return nil }

    let texts = [completion.line] + (completion.matches.count > 1 ? completion.matches : [])
    let list = calloc(texts.count + 1, MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)
    guard let list else { return nil }
    let pointers = list.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
    for (index, text) in texts.enumerated() { pointers[index] = strdup(text) }
    return pointers
  }
#endif
