import Glibc
import Store

/// A child process of this program with its standard input and output in hand.
final class Child {
    let process: pid_t
    let input: Int32
    let output: Int32
    private var hasEnded = false

    init(_ arguments: [String]) {
        var stdin: [Int32] = [0, 0]
        var stdout: [Int32] = [0, 0]
        pipe(&stdin)
        pipe(&stdout)
        for end in [stdin[1], stdout[0]] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, stdin[0], 0)
        posix_spawn_file_actions_adddup2(&actions, stdout[1], 1)
        let words = (["garita"] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        posix_spawn(&child, "/proc/self/exe", &actions, nil, words, environ)
        posix_spawn_file_actions_destroy(&actions)
        close(stdin[0])
        close(stdout[1])
        (process, input, output) = (child, stdin[1], stdout[0])
    }

    deinit {
        close(input)
        close(output)
        guard process > 0, !hasEnded else { return }
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    var isRunning: Bool {
        var status: Int32 = 0
        if !hasEnded, waitpid(process, &status, WNOHANG) != 0 { hasEnded = true }
        return !hasEnded
    }

    /// Waits for its end. The most memory is asked again and again: what the system says afterwards
    /// has this process's own in it.
    func untilEnd() -> Taken {
        var taken = Taken()
        let began = monotonic()
        var usage = rusage()
        while wait4(process, &taken.status, WNOHANG, &usage) == 0 {
            taken.peak = max(taken.peak, ProcessStatus.field("VmHWM:", of: process))
            usleep(2000)
        }
        hasEnded = true
        taken.seconds = Double(monotonic() - began) / 1e9
        taken.processor = [usage.ru_utime, usage.ru_stime].reduce(0) {
            $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
        }
        return taken
    }
}

/// What a process took.
struct Taken {
    /// As the system gives it.
    var status: Int32 = -1
    /// On the wall, and of the processor.
    var seconds = 0.0
    var processor = 0.0
    /// The most memory that was resident, in KiB.
    var peak = 0
}

/// What the system says of a running process.
enum ProcessStatus {
    /// Seconds of the processor that a running process has taken.
    static func processor(of process: pid_t) -> Double {
        let text = String(
            decoding: StoreFiles.read("/proc/\(process)/stat") ?? [], as: UTF8.self)
        // The name may have blanks; what is counted in hundredths stands after it.
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        return fields.dropFirst(11).prefix(2).compactMap { Double($0) }.reduce(0, +)
            / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// A number of `/proc/PID/status` or of a thread's; 0 where there is none.
    static func field(_ name: String, of process: pid_t, thread: String? = nil) -> Int {
        let task = thread.map { "/task/\($0)" } ?? ""
        let text = String(
            decoding: StoreFiles.read("/proc/\(process)\(task)/status") ?? [], as: UTF8.self)
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
            ?? 0
    }
}
