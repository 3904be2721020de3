import Glibc
import Store

/// A command that takes bytes on its input and is ended, with all it started, when it does not end
/// by itself.
struct PrinterProcess {
    /// What became of it.
    enum End: Sendable, Equatable {
        /// It took every byte and ended well.
        case taken
        case failed
        /// It was ended: the time was up.
        case late
    }

    private let process: pid_t
    private let input: Int32
    private let end: Int

    /// Runs a command with these bytes on its input, for at most so many seconds, while it is
    /// wanted.
    static func run(
        _ command: [String], _ bytes: [UInt8], within seconds: Int,
        while isWanted: () -> Bool = { true }
    ) -> End {
        guard let printer = PrinterProcess(command, within: seconds) else { return .failed }
        let fed = printer.feed(bytes)
        close(printer.input)
        let end = fed == .taken ? printer.wait(until: printer.end, while: isWanted) : fed
        // What ended by itself may have left others that print.
        if fed != .taken || end == .late { printer.kill() }
        return end
    }

    /// Starts it in a process group of its own, with the signals of a program that was just
    /// started.
    private init?(_ command: [String], within seconds: Int) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        // What the printer's command says does not go over the screen.
        for descriptor in Int32(1)...2 {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        PrinterProcess.setSignals(&attributes)
        var arguments = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var started: pid_t = 0
        guard let name = arguments[0],
            posix_spawnp(&started, name, &actions, &attributes, &arguments, environ) == 0
        else {
            close(ends[1])
            return nil
        }
        process = started
        input = ends[1]
        end = monotonic() + seconds * 1_000_000_000
        // Whoever reads nothing is not waited for in a write.
        _ = fcntl(input, F_SETFL, O_NONBLOCK)
    }

    /// None held back and none ignored: what this program does with its own is not for others.
    private static func setSignals(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var usual = sigset_t()
        sigemptyset(&usual)
        for number in [SIGPIPE, SIGXFSZ] { sigaddset(&usual, number) }
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flags))
    }

    /// Gives it the bytes: it takes them all, or closes its ear, or the time is up.
    private func feed(_ bytes: [UInt8]) -> End {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { left in
                uninterrupted {
                    Glibc.write(input, left.baseAddress?.advanced(by: done), left.count - done)
                }
            }
            if count >= 0 {
                done += count
                continue
            }
            guard errno == EAGAIN else { return .failed }
            let left = end - monotonic()
            guard left > 0 else { return .late }
            var room = pollfd(fd: input, events: Int16(POLLOUT), revents: 0)
            poll(&room, 1, Int32(left / 1_000_000) + 1)
        }
        return .taken
    }

    /// How it ended; late when it has not by then.
    private func wait(until end: Int, while isWanted: () -> Bool = { true }) -> End {
        var pause: UInt32 = 500
        while true {
            var status: Int32 = 0
            let ended = uninterrupted { waitpid(process, &status, WNOHANG) }
            if ended == process { return status == 0 ? .taken : .failed }
            if ended < 0 { return .failed }
            guard monotonic() < end, isWanted() else { return .late }
            usleep(pause)
            pause = min(20_000, pause * 2)
        }
    }

    /// Ends it with everything it started: asked first, then without asking. One that hangs in the
    /// kernel itself is left.
    private func kill() {
        let grace = 500_000_000
        Glibc.kill(-process, SIGTERM)
        let hasEnded = wait(until: monotonic() + grace) != .late
        Glibc.kill(-process, SIGKILL)
        if !hasEnded { _ = wait(until: monotonic() + grace) }
    }
}
