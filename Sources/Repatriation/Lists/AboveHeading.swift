extension ListHeading {
    /// Whether a line above the heading names somebody all the same: a name in the columns of
    /// names, and facts in the columns of facts. A title stays one.
    func fitsPerson(_ record: DelimitedText.Record, on day: CivilDate) -> Bool {
        guard ListWords.nobody(record, self, titles: []) == nil else { return false }
        let cells = columns.compactMap { index, column -> (column: ListColumn, text: String)? in
            guard index < record.cells.count else { return nil }
            let text = ListText(record.cells[index]).text
            return text.isEmpty ? nil : (column, text)
        }
        let names = cells.filter { $0.column.isSurname || $0.column == .given }
        let words = names.flatMap {
            NameText.folded($0.text).split(separator: " ").map(String.init)
        }
        guard !words.isEmpty, names.allSatisfy({ $0.text.contains(where: \.isLetter) }),
            !words.contains(where: ListHeading.isOfTitle)
        else { return false }
        let facts = cells.count { ListHeading.isFact($0.text, of: $0.column, on: day) }
        // A single word may be a title's; then one fact is none.
        let isWhole = has(.given) ? names.count > 1 : words.count > 1
        return facts >= (isWhole ? 1 : 2)
    }

    private static func isOfTitle(_ word: String) -> Bool {
        titleWords.contains(word) || word.hasPrefix("deport") || word.contains(where: \.isNumber)
    }

    private static func isFact(_ text: String, of column: ListColumn, on day: CivilDate) -> Bool {
        switch column {
        case .birthDate: isBirth(text, on: day)
        case .sex: ListWords.sex(text, .us) != nil
        case .number, .age: Int(text).map { (0...PersonData.greatestNumber).contains($0) } ?? false
        case .birthYear: Int(text).map { (day.year - 120...day.year).contains($0) } ?? false
        case .alienNumber: text.count { $0.isASCII && $0.isNumber } >= 7
        case .curp: CURP(text.uppercased()).birthDate != nil
        default: false
        }
    }

    /// A date, but for one of these days: titles bear the day of the list.
    private static func isBirth(_ text: String, on day: CivilDate) -> Bool {
        guard let cell = DateCell(text) else { return false }
        let dates = [DateOrder.mdy, .dmy, .ymd].filter(cell.orders.contains)
            .compactMap { cell.date($0, notAfter: day) }
        return !dates.isEmpty
            && dates.allSatisfy { abs($0.daysSinceEpoch - day.daysSinceEpoch) > 7 }
    }

    /// Words of titles that are nobody's name.
    private static let titleWords: Set<String> = Set(
        """
        list lista listado manifest manifiesto flight vuelo autobus office oficina report reporte \
        page pagina hoja fecha date hora time department departamento repatriation repatriacion \
        repatriados repatriadas removal removals detainees pasajeros passengers total prepared \
        facility port puerto
        """.split(separator: " ").map(String.init))
}
