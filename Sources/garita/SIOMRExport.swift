import Repatriation
import Screens
import Store

/// `report siomr`: the rows of INM's desk system of a period, for INM's own sheet.
///
/// They are rows of people with day and age: reserved, for whoever may give out whole files, and
/// kept as an export. The format has no room for that mark: it is told beside.
enum SIOMRExport {
    static func run(_ arguments: Arguments) throws -> Int32 {
        guard arguments.rest.count == 1, !arguments.isJSON,
            ["csv", nil].contains(arguments["format"])
        else {
            throw UsageError(
                "Uso: garita report siomr --from DÍA --to DÍA [--point CLAVE,…] [--bom]. Sale en CSV.",
                "Usage: garita report siomr --from DAY --to DAY [--point CODE,…] [--bom]. It is CSV."
            )
        }
        let (period, points) = (
            try ReportProgram.period(arguments), try ReportProgram.points(arguments)
        )
        let (store, language) = (try arguments.openStore(), arguments.language)
        let asker = try store.peer().asker
        let sheet = try store.answer(
            .siomrSheet(period, points: points), for: asker, at: now())
        complain(reserved(language))
        put(arguments.has("bom") ? CSVText.byteOrderMark : "")
        put(CSVText.of([SIOMRColumn.allCases.map(\.rawValue)]))
        try write(sheet, store, asker)
        if sheet.held > 0 { complain(held(sheet.held, language)) }
        return 0
    }

    /// Page by page: as much memory for a year as for a day. Rows that came since the sheet was
    /// asked for leave a trace of their own.
    private static func write(_ sheet: SIOMRSheet, _ store: Store, _ asker: Asker) throws {
        var (place, told) = (sheet.start, sheet.rows)
        while let from = place {
            let page = try store.answer(.siomr(sheet, from: from), for: asker, at: now()) { trace in
                let new = (trace.count ?? 0) - told
                told = max(0, -new)
                return new > 0 ? Trace(trace.kind, count: new) : nil
            }
            put(CSVText.of(page.rows.lazy.map(\.cells)))
            place = page.next
        }
    }

    private static let reserved = Bilingual(
        """
        Reservado: son renglones de personas, con día y edad. Sólo para la base del INM; no se \
        publica ni se reenvía.
        """,
        """
        Reserved: these are rows of people, with day and age. Only for INM's own base; it is \
        neither published nor passed on.
        """)

    private static func held(_ count: Int, _ language: Language) -> String {
        Bilingual(
            """
            Sin renglón: \(count), de personas cuyos datos ya no se muestran. Las tablas \
            oficiales sí las cuentan.
            """,
            """
            Without a row: \(count), of people whose data are shown no more. The official tables \
            count them.
            """)(language)
    }
}
