import Repatriation

/// What a copy that a store keeps beside itself is called.
///
/// `STORE.backup-2026-11-20` is the whole store as it was that day, `…-NOG-2210` as it was at a
/// shift's end, `…-v12` as it was once a new version of the program had opened it. What ends in
/// `-desde-2026-11-01` holds what changed since that whole copy, and is restored with it.
struct CopyName: Hashable, Comparable {
    let day: CivilDate
    /// What tells it from the day's first; empty for that.
    let label: String
    /// The whole copy that it goes on from; empty for a whole one.
    let since: String

    private static let joint = "-desde-"

    init(day: CivilDate, label: String = "", since: String = "") {
        (self.day, self.label, self.since) = (day, label, since)
    }

    /// From what stands behind `STORE.backup-`; nil for a name that this program does not give.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        let joint = Array(CopyName.joint.utf8)
        let cut = bytes.indices.first { bytes[$0...].starts(with: joint) } ?? bytes.count
        guard let day = CivilDate(text: String(decoding: bytes.prefix(10), as: UTF8.self)) else {
            return nil
        }
        self.day = day
        label = String(decoding: bytes[..<cut].dropFirst(10), as: UTF8.self)
        since = String(decoding: bytes[cut...].dropFirst(joint.count), as: UTF8.self)
        guard CopyName.isLabel(label), cut == bytes.count || CopyName(since)?.isWhole == true else {
            return nil
        }
    }

    /// `-NOG-2210` or `-v12`, or nothing.
    private static func isLabel(_ label: String) -> Bool {
        let parts = label.split(separator: "-", omittingEmptySubsequences: false)
        switch parts.count {
        case 1: return label.isEmpty
        case 2: return parts[0].isEmpty && parts[1].first == "v" && Int(parts[1].dropFirst()) != nil
        case 3:
            return parts[0].isEmpty && PointCode(String(parts[1])) != nil && parts[2].count == 4
                && parts[2].utf8.allSatisfy { (0x30...0x39).contains($0) }
        default: return false
        }
    }

    /// It holds everything.
    var isWhole: Bool { since.isEmpty }

    var text: String { day.text + label + (isWhole ? "" : CopyName.joint + since) }

    static func < (left: CopyName, right: CopyName) -> Bool {
        (left.day, left.label, left.since) < (right.day, right.label, right.since)
    }

    /// Those that stay on a day: all of the last seven days that have any, the last of each of the
    /// eight weeks before and of each of the twelve months before those, and the whole copies that
    /// these go on from.
    ///
    /// Days are counted among the copies, not from today. What bears a day that a believed clock
    /// has not reached stays by the same measure beside the others, and takes no place of theirs.
    /// What bears the day's own name stays: where the clock is behind it would be removed at once.
    static func staying(of all: [CopyName], on day: CivilDate, believed: CivilDate) -> Set<CopyName>
    {
        let staying = byAge(all.filter { $0.day <= believed })
            .union(byAge(all.filter { $0.day > believed }))
            .union(all.filter { $0.day == day })
        let needed = Set(staying.map(\.since))
        return staying.union(all.filter { $0.isWhole && needed.contains($0.text) })
    }

    private static func byAge(_ copies: [CopyName]) -> Set<CopyName> {
        let newest = copies.sorted(by: >)
        var staying = Set(newest.groups(7) { $0.day.daysSinceEpoch }.joined())
        let older = newest.filter { !staying.contains($0) }
        let weeks = older.groups(8) { ($0.day.daysSinceEpoch + 3).quotient(flooredBy: 7) }
        staying.formUnion(weeks.compactMap(\.first))
        let oldest = older.filter { copy in !weeks.contains { $0.contains(copy) } }
        return staying.union(
            oldest.groups(12) { $0.day.year * 12 + $0.day.month }.compactMap(\.first))
    }
}

extension [CopyName] {
    /// The first so many runs of those that share a key.
    fileprivate func groups(_ count: Int, by key: (CopyName) -> Int) -> [[CopyName]] {
        var groups: [[CopyName]] = []
        for copy in self {
            if let last = groups.last?.last, key(last) == key(copy) {
                groups[groups.count - 1].append(copy)
            } else if groups.count < count {
                groups.append([copy])
            } else {
                break
            }
        }
        return groups
    }
}
