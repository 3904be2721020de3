import Glibc
import Store
import Synchronization

/// A terminal that shows nothing of what is typed, for one line.
///
/// Echo is given back on every way out: at the end of the line, by the signals that end the
/// program, and while the shell has the terminal because the program was stopped. Whoever comes
/// back is asked anew, in silence again.
struct SilentTerminal {
    let terminal: Int32
    let prompt: String

    private static let stops = [SIGTSTP, SIGTTIN, SIGTTOU]
    private static let signals =
        stops + [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2]

    /// The line as it was typed, without its end; empty when the terminal is gone.
    func line() -> [UInt8] {
        while true {
            caught.store(0, ordering: .relaxed)
            let bytes = ask()
            let numbers = SilentTerminal.signals.filter {
                caught.load(ordering: .relaxed) & (1 << $0) != 0
            }
            // What the signal does without us it does now, with the terminal as it was.
            for number in numbers { raise(number) }
            // Whoever was only stopped is back, and is asked again.
            guard !numbers.isEmpty, numbers.allSatisfy(SilentTerminal.stops.contains) else {
                return bytes
            }
        }
    }

    /// Asks once: until the line's end, or a signal.
    private func ask() -> [UInt8] {
        let before = SilentTerminal.signals.map { ($0, Self.handle($0)) }
        defer { for (number, action) in before { Self.restore(number, action) } }
        var kept = termios()
        guard tcgetattr(terminal, &kept) == 0 else { return [] }
        var silent = kept
        silent.c_lflag &= ~tcflag_t(ECHO)
        guard set(silent) else { return [] }
        defer {
            _ = set(kept)
            write("\n", to: terminal)
        }
        write(prompt + " ", to: terminal)
        return read()
    }

    /// Sets it, also what was typed before is forgotten; false when a signal came instead.
    private func set(_ state: termios) -> Bool {
        var state = state
        let isTold = { caught.load(ordering: .relaxed) & (1 << SIGTTOU) != 0 }
        return uninterrupted(unless: isTold) { tcsetattr(terminal, TCSAFLUSH, &state) } == 0
    }

    /// Byte by byte. A signal is waited for together with the letters, so that none falls between
    /// looking and reading.
    private func read() -> [UInt8] {
        var blocked = sigset_t()
        sigemptyset(&blocked)
        for number in SilentTerminal.signals { sigaddset(&blocked, number) }
        var usual = sigset_t()
        pthread_sigmask(SIG_BLOCK, &blocked, &usual)
        defer { pthread_sigmask(SIG_SETMASK, &usual, nil) }
        var bytes: [UInt8] = []
        while bytes.count < 4096, caught.load(ordering: .relaxed) == 0 {
            var ready = fd_set()
            withUnsafeMutableBytes(of: &ready) { $0[Int(terminal) / 8] |= 1 << UInt8(terminal % 8) }
            let isReady = pselect(terminal + 1, &ready, nil, nil, nil, &usual) > 0
            if caught.load(ordering: .relaxed) != 0 { break }
            guard isReady else { continue }
            var byte: UInt8 = 0
            guard uninterrupted({ Glibc.read(terminal, &byte, 1) }) == 1, byte != 0x0A else {
                break
            }
            bytes.append(byte)
        }
        return bytes
    }

    /// Notes the signal from now on, unless whoever started the program had it ignored; what it did
    /// before.
    private static func handle(_ number: Int32) -> sigaction {
        var (before, own) = (sigaction(), sigaction())
        sigaction(number, nil, &before)
        if unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) == 1 { return before }
        own.__sigaction_handler.sa_handler = { number in
            caught.bitwiseOr(1 << UInt64(number), ordering: .relaxed)
        }
        sigaction(number, &own, nil)
        return before
    }

    private static func restore(_ number: Int32, _ action: sigaction) {
        var action = action
        sigaction(number, &action, nil)
    }
}

/// The signals that came while it was asked, one bit each.
private let caught = Atomic<UInt64>(0)
