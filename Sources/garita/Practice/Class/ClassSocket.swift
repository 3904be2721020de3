import Glibc
import Repatriation
import Store
import Synchronization

/// The socket on which a class meets: in a folder of this account alone, never elsewhere.
final class ClassSocket: Sendable {
    private let descriptor: Int32
    private let path: String
    private let isTaken = Mutex(false)

    static func path(in folder: String) -> String { "\(folder)/clase.sock" }

    /// Throws a usage error unless a folder is this account's alone.
    static func check(_ folder: String) throws {
        var info = stat()
        guard lstat(folder, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else {
            throw UsageError(
                "«\(folder)» no es una carpeta.", "«\(folder)» is no folder.")
        }
        guard info.st_uid == geteuid(), info.st_mode & 0o077 == 0 else {
            throw UsageError(
                "«\(folder)» es de otra cuenta, o está abierta a otras: chmod 700.",
                "«\(folder)» is another account's, or open to others: chmod 700.")
        }
    }

    /// Listens in a folder, which is made where there is none. Throws a usage error where it is not
    /// this account's alone, or where a class is going on there already.
    init(in folder: String) throws {
        guard Files.makeFolder(folder) else {
            throw UsageError(
                "No se pudo hacer la carpeta «\(folder)».", "«\(folder)» could not be made.")
        }
        try ClassSocket.check(folder)
        path = ClassSocket.path(in: folder)
        if (try? ClassLine.open(folder)) != nil {
            throw UsageError(
                "En «\(folder)» ya hay una clase en marcha.",
                "A class is going on in «\(folder)» already.")
        }
        unlink(path)
        descriptor = try ClassSocket.make()
        let bound = try ClassSocket.at(path) { bind(descriptor, $0, $1) }
        guard bound == 0, chmod(path, 0o600) == 0, listen(descriptor, 32) == 0 else {
            Glibc.close(descriptor)
            throw UsageError(
                "No se pudo abrir «\(path)».", "«\(path)» could not be opened.")
        }
    }

    /// Takes whoever comes, each on a thread of its own.
    func take(_ whoever: @escaping @Sendable (ClassLine) -> Void) {
        isTaken.withLock { $0 = true }
        Detached.run { [descriptor] in
            // Its number is nobody else's while this thread waits on it.
            defer { Glibc.close(descriptor) }
            while true {
                let came = uninterrupted { Int(accept(descriptor, nil, nil)) }
                guard came >= 0 else {
                    // Whoever went before they were taken, or a moment without descriptors.
                    guard [ECONNABORTED, EMFILE, ENFILE].contains(errno) else { return }
                    usleep(100_000)
                    continue
                }
                let line = ClassLine(Int32(came))
                Detached.run { whoever(line) }
            }
        }
    }

    /// Nobody comes any more.
    func close() {
        unlink(path)
        shutdown(descriptor, Int32(SHUT_RDWR))
        if !isTaken.withLock({ $0 }) { Glibc.close(descriptor) }
    }

    static func make() throws -> Int32 {
        let made = socket(
            AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard made >= 0 else {
            throw UsageError("No hay sockets.", "There are no sockets.")
        }
        return made
    }

    /// Does something with the address of a path. Throws a usage error for one that is too long.
    static func at(
        _ path: String, _ work: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        let room = MemoryLayout.size(ofValue: address.sun_path) - 1
        guard bytes.count <= room else {
            throw UsageError(
                "El nombre de la carpeta es muy largo: elija una más cerca de «/».",
                "The folder's name is too long: choose one nearer to «/».")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                work($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
