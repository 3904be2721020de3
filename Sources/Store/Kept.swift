import Repatriation
import SQLite

/// The rows of points and desks that this process's last command left.
///
/// They hold while the journal still ends where that command ended it: nobody else has written
/// since. A desk that works alone then reads neither its point nor itself again.
struct Kept {
    /// Where the journal ended when the rows were so.
    private(set) var end: End
    var points: [PointCode: ReceivingPoint] = [:]
    var desks: [DeskKey: Desk] = [:]
    var officers: [Identifier<Officer>: Officer] = [:]

    /// The last row of a journal: its origin and its numbers.
    struct End: Equatable {
        let origin: Int
        var oseq: Int
        var seq: Int
    }

    /// A desk by its point and number.
    struct DeskKey: Hashable {
        let point: PointCode
        let number: Int
    }

    init(end: End) { self.end = end }

    /// The rows after these events.
    func after(_ events: [Event]) -> Kept {
        var after = self
        after.end.oseq += events.count
        after.end.seq += events.count
        for change in events.lazy.flatMap(\.changes) {
            switch change.kind {
            case .point: Kept.follow(change, &after.points)
            case .desk: Kept.follow(change, &after.desks)
            case .officer: Kept.follow(change, &after.officers)
            default: break
            }
        }
        return after
    }

    private static func follow<Key, Row: Entity>(_ change: Change, _ rows: inout [Key: Row]) {
        guard let place = rows.firstIndex(where: { $0.value.id.value == change.id }) else { return }
        // A change that cannot be followed is read again.
        if !rows.values[place].apply(change) { rows.remove(at: place) }
    }
}

extension Store {
    /// A point inside a command. Throws `unknownPoint`.
    func commandPoint(_ code: PointCode) throws -> ReceivingPoint {
        if let known = kept?.points[code] { return known }
        guard let point = try point(code) else { throw Refusal(.unknownPoint) }
        kept?.points[code] = point
        return point
    }

    /// Who acts, as of now: a role taken away or a suspension holds at once. Throws
    /// `unknownOfficer`.
    func commandOfficer(_ id: Identifier<Officer>) throws -> Officer {
        if let known = kept?.officers[id] { return known.acting(isDrill: isDrill) }
        guard let officer: Officer = try rows.find(id) else { throw Refusal(.unknownOfficer) }
        kept?.officers[id] = officer
        return officer.acting(isDrill: isDrill)
    }

    /// A desk inside a command.
    func commandDesk(_ point: PointCode, _ number: Int) throws(SQLiteError) -> Desk? {
        let key = Kept.DeskKey(point: point, number: number)
        if let known = kept?.desks[key] { return known }
        let desk = try desk(point, number)
        kept?.desks[key] = desk
        return desk
    }
}
