import Repatriation
import Screens

extension CommandTable {
    /// Tables, sheets and papers of what was counted.
    static let reportCommands = [
        CommandEntry(
            "report",
            """
            [list|R1…R12|S1…S7|X1…X3|\(ReportBundle.allCases.map(\.rawValue).joined(separator: "|"))|\
            \(ReportExport.allCases.map(\.rawValue).joined(separator: "|"))|close PERIODO|check FILE|\
            \(ShiftReport.allCases.map(\.rawValue).joined(separator: "|"))]
            """,
            """
            las tablas oficiales de un periodo, hojas y listas; check revisa una hoja ajena; de un \
            turno, parte (shift), tablero, canalizaciones, libro de NNA y lo vencido
            """,
            """
            the official tables of a period, sheets and lists; check looks at somebody's sheet; of \
            a shift, its report, board, referrals, book of children and what is late
            """,
            [
                Option("from", "DAY", "primer día: 2026-11-01", "first day: 2026-11-01"),
                Option("to", "DAY", "último día", "last day"),
                Option("point", "CODE,…", "sólo estos puntos", "these points alone"),
                Option(
                    "format", "text|csv|html|json|hxl", "cómo (text; hojas y listas csv)",
                    "how (text; sheets and lists csv)"),
                Option(
                    "columns", StatisticColumn.allCases.map(\.rawValue).joined(separator: ","),
                    "con persons: qué se publica de cada quien (week,office,sex,ages)",
                    "with persons: what is published of each (week,office,sex,ages)"),
                Option(
                    "survey", "CODE", "con survey: de qué encuesta",
                    "with survey: of which survey"),
                Option(
                    "as-of", "INSTANT", "como se conocía entonces: 2026-11-20T15:00",
                    "as it was known then: 2026-11-20T15:00"),
                Option(
                    "public", "para publicar: sin cifras de muy pocos, ni lo que las daría",
                    "to publish: without figures of very few, or what would give them"),
                atMoment,
                Option(
                    "bom", "CSV con marca UTF-8, para hojas de cálculo",
                    "CSV with the UTF-8 mark, for spreadsheets"),
            ], run: ReportProgram.run)
    ]
}
