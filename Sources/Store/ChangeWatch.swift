import Glibc

/// Wakes a loop when another process has written: inotify on the writers' queue, whenever a writer
/// has left it.
package final class ChangeWatch {
    private let descriptor: Int32

    /// Watches the store at `path`; nil when the kernel has no watches left, and the poll remains
    /// the net.
    package init?(path: String) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        guard inotify_add_watch(descriptor, path + ".lock", UInt32(IN_ACCESS)) >= 0 else {
            return nil
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// What to wait on.
    package var fileDescriptor: Int32 { descriptor }

    /// Takes the events that have come; true when there was one.
    package func drain() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var isAny = false
        while Glibc.read(descriptor, &buffer, buffer.count) > 0 { isAny = true }
        return isAny
    }
}
