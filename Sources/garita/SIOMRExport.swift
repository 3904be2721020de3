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
        let spool = try Spool(beside: store)
        let columns = [SIOMRColumn.allCases.map(\.rawValue)]
        try spool.add((arguments.has("bom") ? CSVText.byteOrderMark : "") + CSVText.of(columns))
        var text = SIOMRText()
        let sheet = try store.answer(
            .siomr(period, points: points) { try spool.add(text.of($0)) }, for: asker, at: now())
        complain(reserved(language))
        spool.put()
        if sheet.held > 0 { complain(held(sheet.held, language)) }
        return 0
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
