import Repatriation
import Store

/// `report imss`: the CURPs of those with a certificate, for IMSS, each once.
///
/// They are on record as sent before they are printed: a list that was lost on its way is had again
/// by its days, and nobody is on two.
enum CURPProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        let format = arguments["format"] ?? (arguments.isJSON ? "json" : "csv")
        guard ["csv", "json"].contains(format) else {
            throw UsageError("--format toma: csv, json.", "--format takes: csv, json.")
        }
        let isAgain = arguments.has("from") || arguments.has("to")
        let period = isAgain ? try ReportProgram.period(arguments) : nil
        let store = try arguments.openStore()
        let officer = try store.peer()
        let moment = now()
        // Whoever may not read the list sends none.
        let owed = try store.answer(.curpsOwed, for: officer.asker, at: moment)
        let list: CURPList
        if let period {
            list = try store.answer(.curpList(period), for: officer.asker, at: moment)
        } else {
            let sent = try store.perform(.act(SendCURPs()), by: officer.id, at: moment).result
            list =
                try (sent as? CURPsSent)?.at.map {
                    try store.answer(.curpList(at: $0), for: officer.asker, at: moment)
                } ?? CURPList(of: [])
        }
        if format == "json" {
            say(json(list, owed, isAgain: isAgain, store).serialized)
        } else {
            ReportExports.csv(list.lines, arguments)
        }
        tell(owed, list, isAgain: isAgain, arguments.language)
        return 0
    }

    private static func json(
        _ list: CURPList, _ owed: CURPsOwed, isAgain: Bool, _ store: Store
    ) -> JSON {
        [
            "export": "imss", "again": .bool(isAgain), "drill": .bool(store.isDrill),
            "curps": .array(list.curps.map(JSON.string)), "receptions": .int(list.receptions),
            "waiting": .int(isAgain ? owed.ready : max(0, owed.ready - list.receptions)),
            "without": .int(owed.without), "invalid": .int(owed.invalid),
            "opposed": .int(owed.opposed),
        ]
    }

    /// Who is on no list is counted, and not named.
    private static func tell(
        _ owed: CURPsOwed, _ list: CURPList, isAgain: Bool, _ language: Language
    ) {
        let waiting = isAgain ? owed.ready : max(0, owed.ready - list.receptions)
        let all: [(Int, Bilingual)] = [
            (waiting, Bilingual("esperan la siguiente lista", "wait for the next list")),
            (owed.without, Bilingual("sin CURP", "without a CURP")),
            (owed.invalid, Bilingual("con CURP no válida", "with a CURP that is not valid")),
            (
                owed.opposed,
                Bilingual("se opusieron a que sus datos se compartan", "opposed sharing their data")
            ),
        ]
        let told = all.filter { $0.0 > 0 }.map { "\($0.0) \($0.1(language))" }
        guard !told.isEmpty else { return }
        complain(
            language("Con constancia y en ninguna lista: ", "With a certificate and on no list: ")
                + told.joined(separator: ", ") + ".")
    }
}
