import Repatriation

/// The reports of a shift beside the official tables; each is of one point, but the board.
///
/// None names anybody: people stand by their number of the day.
package enum ShiftReport: String, CaseIterable, Sendable {
    /// Parte de novedades: what happened in a point's day, by hour and by shift.
    case shift
    /// The board of all points.
    case board
    /// The open referrals of a point.
    case referrals
    /// The book of children of a point.
    case children
    /// Whatever is past its hour at a point.
    case late

    /// What it is called.
    package var title: Bilingual {
        switch self {
        case .shift: Bilingual("Parte de novedades", "Report of the shift")
        case .board: Bilingual("Tablero del día", "Board of the day")
        case .referrals: Bilingual("Canalizaciones abiertas", "Open referrals")
        case .children: Bilingual("Libro de NNA", "Book of children")
        case .late: Bilingual("Lo vencido", "What is late")
        }
    }

    /// The name of a file of it.
    package var fileName: String {
        switch self {
        case .shift: "parte"
        case .board: "tablero"
        case .referrals: "canalizaciones"
        case .children: "libro"
        case .late: "vencido"
        }
    }

    /// Whether it can be made of a moment that has passed.
    package var canBePast: Bool { self == .shift || self == .board }
}

/// What stands at the head of a report of a shift.
package struct ShiftHead: Sendable {
    /// Of which point; nil where it is of all.
    let point: ReceivingPoint?
    let zone: Zone
    /// When it is made.
    let now: Instant
    /// Who made it, as signed.
    let author: String
    let language: Language
    let isDrill: Bool

    /// Of a point, by its clock, or of all points by that of the first.
    package init(
        of point: ReceivingPoint?, zone: Zone, now: Instant, author: String, language: Language,
        isDrill: Bool
    ) {
        (self.point, self.zone, self.now, self.author) = (point, zone, now, author)
        (self.language, self.isDrill) = (language, isDrill)
    }

    /// A report with its title and where and when it is of.
    func book(_ report: ShiftReport, of day: String? = nil) -> Book {
        let local = zone.local(now)
        var book = Book(report.title(language), language, isDrill: isDrill)
        let place =
            point.map { language("Punto", "Point") + ": " + $0.name }
            ?? language("Puntos: todos los de este equipo", "Points: all of this machine")
        book.add(
            .list(
                [
                    place, day,
                    "\(language("Hecho", "Made")): \(local.day.shown) \(local.clock)",
                    "\(language("Elaboró", "Made by")): \(author)",
                ].compactMap { $0 }))
        return book
    }

    /// `10:15`, with its date where that is not the day of the report.
    func clock(_ instant: Instant?, on day: CivilDate? = nil) -> String {
        guard let local = instant.map(zone.local) else { return "–" }
        let isThatDay = local.day == day ?? zone.local(now).day
        return isThatDay ? local.clock : "\(local.day.shown.prefix(5)) \(local.clock)"
    }

    /// Somebody's number, with the day that it is of: each day begins anew.
    func ticket(_ number: Int?, of day: CivilDate?) -> String {
        guard let number else { return "–" }
        let today = point.map { zone.cutDay(at: now, cut: $0.cut) }
        return day == today ? String(number) : "\(number)·\(day?.shown.prefix(5) ?? "–")"
    }
}
