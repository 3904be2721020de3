import Glibc
import Repatriation
import Store

/// What was practised before somebody went back to a minute: it stays beside what comes.
enum EarlierRun {
    private static let endings = ["-wal", "-shm", ".open", ".lock"]
    /// The most that are kept beside one file.
    private static let most = 999

    /// Gives a practice that nobody has open another name, FILE.1 and so on; which one. Throws a
    /// usage error where somebody has it open still.
    static func keep(_ path: String) throws -> String {
        // Whoever only reads it is gone at once.
        for _ in 0..<20 where access(path + "-wal", F_OK) == 0 { usleep(100_000) }
        guard access(path + "-wal", F_OK) != 0 else {
            throw UsageError(
                "Otro programa tiene abierto «\(path)»: ciérrelo y entre otra vez.",
                "Another program has «\(path)» open: close it and come in again.")
        }
        for number in 1...most {
            let kept = "\(path).\(number)"
            // Never over another that is there.
            guard link(path, kept) == 0 else {
                if errno == EEXIST { continue }
                break
            }
            remove(path)
            return kept
        }
        throw UsageError(
            "No se pudo conservar «\(path)» junto a él.", "«\(path)» could not be kept beside it.")
    }

    /// Takes a practice's name away.
    private static func remove(_ path: String) {
        for ending in [""] + endings { unlink(path + ending) }
    }

    static func sentence(_ kept: String) -> Bilingual {
        let name = kept.split(separator: "/").last.map(String.init) ?? kept
        return Bilingual("Lo de antes quedó en \(name).", "What was before is in \(name).")
    }
}
