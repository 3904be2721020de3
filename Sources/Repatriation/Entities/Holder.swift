/// Who holds the store while others wait for it: staff's own data, and what to do about it.
package struct Holder: Sendable, Equatable {
    /// The process.
    package let process: Int32
    /// It is stopped, by Ctrl-Z or by another program, and will not let go by itself.
    package let isStopped: Bool
    /// Since when; nil for a program that does not say.
    package var since: Instant?
    /// The same, as a clock of its point shows it.
    package var clock: String?
    /// The short name of the officer it works for.
    package var officer: String?
    /// The point it last acted at.
    package var point: PointCode?
    /// The desk it last acted at.
    package var desk: Int?

    /// A process of which nothing else is known yet.
    package init(process: Int32, isStopped: Bool) {
        self.process = process
        self.isStopped = isStopped
    }

    /// Who, since when and by which process come first: a narrow screen shows no more.
    package var sentence: Bilingual {
        let from = clock.map { Bilingual(" desde las \($0)", " since \($0)") } ?? Bilingual("", "")
        let advice =
            isStopped
            ? Bilingual(
                "Está detenido: en su terminal, «fg» lo sigue; si no, ciérrelo.",
                "It is stopped: «fg» at its terminal goes on; or else end it.")
            : Bilingual(
                "Intente de nuevo; si no avanza, ciérrelo.",
                "Try again; if it does not move, end it.")
        return Bilingual(
            "\(who.es) ocupa el archivo\(from.es). \(advice.es)",
            "\(who.en) holds the store\(from.en). \(advice.en)")
    }

    private var who: Bilingual {
        let (es, en) = ("proceso \(process)", "process \(process)")
        guard let officer else {
            return Bilingual("Otro programa (\(es))", "Another program (\(en))")
        }
        guard let point, let desk else {
            return Bilingual("\(officer) (\(es))", "\(officer) (\(en))")
        }
        return Bilingual(
            "Vent. \(desk) \(point) (\(officer), \(es))",
            "Desk \(desk) \(point) (\(officer), \(en))")
    }

    /// As `send` answers it.
    package var json: JSON {
        [
            "process": .int(Int(process)), "stopped": .bool(isStopped), "since": JSON(since?.text),
            "officer": JSON(officer), "point": JSON(point?.text), "desk": JSON(desk),
        ]
    }
}
