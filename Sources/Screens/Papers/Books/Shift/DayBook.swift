import Repatriation

/// The parte de novedades: a point's working day by the hour, what happened once under the shift in
/// which it did, and of today what stays.
extension PointDay {
    /// Counts, hours and sentences without a name. `remains` is given while the day lasts.
    package func book(_ head: ShiftHead, remains: HandOverView?) -> Book {
        let language = head.language
        let (from, to) = (head.clockAndDay(span.lowerBound), head.clockAndDay(span.upperBound))
        var book = head.book(
            .shift,
            of: language("Día de trabajo: \(from) a \(to)", "Working day: \(from) to \(to)"))
        book.add(.heading(language("En números", "In numbers"), level: 2))
        book.add(numbers(head))
        book.add(.heading(language("Novedades", "What happened"), level: 2))
        let happened = facts.map { fact in
            [head.clock(fact.at, on: day), PointDayWords.of(fact).0(language)]
        }
        book.add(
            happened.isEmpty
                ? .text(language("Sin novedades.", "Nothing happened."))
                : .table(
                    head: [language("Hora", "Time"), language("Novedad", "What")], rows: happened))
        if let remains { book.add(stays(remains, language)) }
        book.add(.line(language("Jefatura de turno", "Shift lead")))
        return book
    }

    /// The hours in which anybody came, was called or left, and their sum.
    private func numbers(_ head: ShiftHead) -> Book.Block {
        let language = head.language
        func row(_ name: String, _ hours: [Hour]) -> [String] {
            func sum(_ path: KeyPath<Hour, Int>) -> Int {
                hours.reduce(0) { $0 + $1[keyPath: path] }
            }
            let (calls, waited) = (sum(\.calls), sum(\.waited))
            let mean = calls == 0 ? "–" : Dates.wait(waited / calls)
            let longest = hours.map(\.longestWait).max() ?? 0
            return [name] + [sum(\.received), sum(\.released), calls].map(String.init)
                + [mean, calls == 0 ? "–" : Dates.wait(longest)]
        }
        let rows = hours.filter { $0.received + $0.released + $0.calls > 0 }.map { hour in
            row(head.zone.local(hour.start).clock, [hour])
        }
        return .figures(
            head: [
                language("Desde", "From"), language("Recibidas", "Received"),
                language("Salieron", "Left"), language("Llamadas", "Calls"),
                language("Espera media", "Mean wait"), language("Más larga", "Longest"),
            ],
            rows: rows + [row("Total", hours)])
    }

    private func stays(_ view: HandOverView, _ language: Language) -> Book {
        var book = Book("", language)
        let remains = view.remains
        let counts = language(
            "\(remains.inBuilding) en el edificio y \(remains.elsewhere) fuera",
            "\(remains.inBuilding) in the building and \(remains.elsewhere) outside")
        let words = [counts, remains.words(language)].filter { !$0.isEmpty }
        book.add(.heading(language("Queda", "What stays"), level: 2), .list(words))
        let wrong = view.contingencies.map { $0(language) }
        book.add(.heading(language("Puede pasar", "What may happen"), level: 2), .list(wrong))
        return book
    }
}

extension ShiftHead {
    /// `20/11/2026 05:00`.
    func clockAndDay(_ instant: Instant) -> String {
        let local = zone.local(instant)
        return "\(local.day.shown) \(local.clock)"
    }
}
