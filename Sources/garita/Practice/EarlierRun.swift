import Repatriation
import Store

/// What was practised before somebody went back to a minute: it stays beside what comes.
enum EarlierRun {
    /// Gives a practice that nobody has open another name, FILE.1 and so on; which one. Throws what
    /// `Store.setPracticeAside` says.
    static func keep(_ path: String) throws(StoreError) -> String {
        try Store.setPracticeAside(path)
    }

    static func sentence(_ kept: String) -> Bilingual {
        let name = kept.split(separator: "/").last.map(String.init) ?? kept
        return Bilingual("Lo de antes quedó en \(name).", "What was before is in \(name).")
    }
}
