/// Counts at the foot of a list: «MALES: 5, FEMALES: 3», «UAC», «MENORES DE EDAD 2».
enum ListCounts {
    /// Whether a line says how many there are of each sex, age or category, and nothing else.
    ///
    /// A numbered line is a person's, and so is one with a number that counts nobody: a date or a
    /// year.
    static func areAll(_ record: DelimitedText.Record, _ heading: ListHeading) -> Bool {
        guard begins(record) else { return false }
        let cells = record.cells.map { ListText($0).text }
        let isNumbered = heading.columns.contains { index, column in
            column == .number && index < cells.count && cells[index].contains(where: \.isNumber)
                && !cells[index].contains(where: \.isLetter)
        }
        guard !isNumbered else { return false }
        let words = NameText.folded(cells.joined(separator: " ")).split(separator: " ").map(
            String.init)
        let named = words.filter { !$0.allSatisfy(\.isNumber) }
        let numbers = words.count - named.count
        guard words.allSatisfy({ $0.count <= 3 || !$0.allSatisfy(\.isNumber) }),
            named.allSatisfy({ many.contains($0) || one.contains($0) || beside.contains($0) })
        else { return false }
        let counted = named.count { many.contains($0) || one.contains($0) }
        // One of them alone is no count without its number: «MALE» may be all that is known of
        // somebody.
        return counted > 0 && numbers <= named.count
            && (numbers > 0 || named.contains(where: many.contains))
    }

    /// Whether the first word of a line may be one of a count: of nearly all lines it is somebody's
    /// name.
    private static func begins(_ record: DelimitedText.Record) -> Bool {
        for cell in record.cells {
            let first = cell.split { !$0.isLetter }.first
            guard let first else { continue }
            let word = NameText.folded(String(first))
            return many.contains(word) || one.contains(word) || beside.contains(word)
        }
        return false
    }

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(separator: " ").map(String.init))
    }

    private static let many = set(
        """
        males females men women hombres mujeres children minors menores adults adultos adultas uac \
        uacs families familias boys girls ninos ninas juveniles adolescentes infants infantes famu \
        fmua nna
        """)
    private static let one = set(
        "male female hombre mujer adult adulto adulta family familia minor menor juvenile")
    private static let beside = set(
        """
        total totals totales subtotal count conteo number numero and y e of de del in en the \
        single solos solas units unit unidades unidad unaccompanied accompanied no acompanados \
        acompanadas familiar familiares people persons personas edad age years anos over under \
        mayores old
        """)
}
