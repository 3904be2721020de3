import CSQLite
import Glibc
import Repatriation

/// Who makes the copies beside a store: one process, and where that one is stopped one more.
///
/// A process that is stopped in the middle of a copy keeps its claim, and lets the log go on
/// growing: others make copies meanwhile, and say it.
final class CopyClaim {
    private let lock: Descriptor
    private let turns: UnsafeMutablePointer<csqlite_turns>?

    private init?(reading store: String) {
        guard let lock = Descriptor(path: store + ".lock", flags: O_RDWR) else { return nil }
        self.lock = lock
        turns = csqlite_map_turns(lock.number, StoreFiles.run)
    }

    deinit { if let turns { csqlite_unmap_turns(turns) } }

    /// Claims it; nil while somebody makes one who goes on.
    static func made(beside store: String) -> CopyClaim? {
        guard let claim = CopyClaim(reading: store) else { return nil }
        for (index, place) in ClaimedByte.copies.enumerated() {
            if csqlite_claim_byte(claim.lock.number, place) {
                claim.copier(index)?.pointee = UInt32(getpid())
                return claim
            }
            guard claim.stopped(index) != nil else { return nil }
        }
        return nil
    }

    /// The process that is stopped in the middle of a copy; nil where none is.
    static func stopped(beside store: String) -> Int32? {
        guard let claim = CopyClaim(reading: store) else { return nil }
        return ClaimedByte.copies.indices.lazy.compactMap { index in
            csqlite_is_claimed(claim.lock.number, ClaimedByte.copies[index])
                ? claim.stopped(index) : nil
        }.first
    }

    private func copier(_ index: Int) -> UnsafeMutablePointer<UInt32>? {
        turns.flatMap { csqlite_copier($0, Int32(index)) }
    }

    private func stopped(_ index: Int) -> Int32? {
        let process = copier(index).flatMap { Int32(exactly: $0.pointee) }
        return process.flatMap { KernelLocks.isStopped($0) ? $0 : nil }
    }
}

extension KeptCopies {
    /// The process that is stopped in the middle of a copy; nil where none is.
    package var stopped: Int32? { CopyClaim.stopped(beside: store) }

    /// The same to whoever is there.
    package var alarm: Bilingual? {
        stopped.map { process in
            Bilingual(
                """
                Un programa detenido (proceso \(process)) dejó un respaldo a medias. Mientras siga \
                así el registro crece: ciérrelo o avise a soporte.
                """,
                """
                A stopped program (process \(process)) left a copy half made. While it stays so the \
                log grows: close it or tell support.
                """)
        }
    }
}
