import Repatriation
import Store

/// `show alarms`: what rang, as a table for other programs or as figures beside their bars.
enum AlarmProgram {
    static func show(_ store: Store, _ officer: Officer, _ arguments: Arguments) throws -> Int32 {
        let zone = try store.points().first.map { try store.zone($0.zone) }
        let to = try moment("to", arguments, zone, isEnd: true) ?? newest(store)
        let from = try moment("from", arguments, zone, isEnd: false) ?? to.adding(minutes: -1440)
        guard from < to else {
            throw UsageError("--from va antes de --to.", "--from comes before --to.")
        }
        let changes = try store.answer(
            .alarms(from: from, to: to, at: try arguments.point()), for: officer.asker, at: now())
        if arguments.has("csv") {
            say("time,tag,state,priority")
            for change in changes { say(change.row) }
            return 0
        }
        let figures = AlarmFigures(changes, from: from, to: to)
        if arguments.isJSON {
            say(figures.json.serialized)
        } else {
            for line in figures.lines(arguments.language) { say(line) }
        }
        return 0
    }

    /// Now; a practice day ends with its newest fact.
    private static func newest(_ store: Store) throws -> Instant {
        store.isDrill ? try store.newestFact() : now()
    }

    /// A moment, or the beginning or the end of a day by the first point's clock.
    private static func moment(
        _ name: String, _ arguments: Arguments, _ zone: Zone?, isEnd: Bool
    ) throws -> Instant? {
        guard let text = arguments[name] else { return nil }
        if let instant = Instant(text: text), instant.isOfOurTime { return instant }
        guard let day = CivilDate(text: text), let zone, let midnight = TimeOfDay(text: "00:00")
        else {
            throw UsageError(
                "--\(name) toma 2026-11-21 o 2026-11-21T06:00:00Z.",
                "--\(name) takes 2026-11-21 or 2026-11-21T06:00:00Z.")
        }
        let next = CivilDate(daysSinceEpoch: day.daysSinceEpoch + 1)
        return zone.instant(of: isEnd ? next : day, at: midnight)
    }
}

extension AlarmChange {
    /// As ISA-18.2 asks for it.
    fileprivate var row: String { "\(at.text),\(tag.text),\(state.rawValue),\(grade.code)" }
}

extension AlarmFigures {
    fileprivate var json: JSON {
        [
            "rung": .int(rung), "perDay": .double(aDay), "perHour": .double(anHour),
            "peakInTenMinutes": .int(peak), "flood": .double(flood),
            "critical": .double(share(.critical)), "late": .double(share(.late)),
            "info": .double(share(.info)),
            "chattering": .array(chattering.map { .string($0.text) }),
            "overADay": .array(stale.map { .string($0.text) }),
            "commonest": .array(
                commonest.map { ["alarm": .string($0.tag.text), "count": .int($0.count)] }),
        ]
    }

    /// Each figure beside what it may be.
    fileprivate func lines(_ language: Language) -> [String] {
        func line(_ es: String, _ en: String, _ value: String, _ bar: String, _ isKept: Bool)
            -> String
        {
            let name = language(es, en)
            let fill = String(repeating: " ", count: max(1, 34 - name.count))
            let mark = isKept ? "" : language("  ▲ pasa", "  ▲ over")
            return "\(name)\(fill)\(value)  (\(bar))\(mark)"
        }
        func percent(_ share: Double) -> String { "\(Int((share * 1000).rounded()) / 10) %" }
        func tenths(_ value: Double) -> String {
            let tenths = Int((value * 10).rounded())
            return "\(tenths / 10).\(tenths % 10)"
        }
        let most = AlarmFigures.mostADay
        var lines = [
            line("Avisos", "Alerts", "\(rung)", "–", true),
            line("por día", "per day", tenths(aDay), "≤ \(most)", aDay <= Double(most)),
            line("por hora", "per hour", tenths(anHour), "≤ 6", anHour <= 6.25),
            line(
                "más en diez minutos", "most in ten minutes", "\(peak)",
                "≤ \(AlarmFigures.mostInTen)", peak <= AlarmFigures.mostInTen),
            line("tiempo en avalancha", "time in flood", percent(flood), "< 1 %", flood < 0.01),
            line(
                "repetidos en un minuto", "repeated within a minute", "\(chattering.count)", "0",
                chattering.isEmpty),
            line("de más de 24 h", "over 24 h", "\(stale.count)", "< 5", stale.count < 5),
            line(
                "críticos", "critical", percent(share(.critical)), "≤ 5 %",
                share(.critical) <= 0.05),
            line("tardíos", "late", percent(share(.late)), "≈ 15 %", true),
            line("de información", "information", percent(share(.info)), "≈ 80 %", true),
        ]
        func name(_ tag: AlarmTag) -> String { "\(tag.kind.label(language)), \(tag.point.text)" }
        lines += stale.map { "  > 24 h  \(name($0))" }
        lines += commonest.map { "  \($0.count) × \(name($0.tag))" }
        return lines
    }
}
