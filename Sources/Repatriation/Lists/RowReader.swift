/// Reads one line of a list into a person. Whoever is named comes in; what cannot be read is kept
/// as written.
struct RowReader {
    let heading: ListHeading
    let order: DateOrder?
    let sex: HandoverList.SexCodes?
    let names: NameOrder?
    let day: CivilDate
    /// Columns of names in which every row has a slash that is none.
    let joined: Set<Int>

    var line = 0
    var person = PersonData()
    private var asked: [HandoverList.Asked] = []
    private var told: [HandoverList.Told] = []
    var written: [String] = []
    private var youngest: Int?
    /// What columns besides the birth date tell of the birth.
    private var otherwise: [Birth] = []
    var surnames: String?
    var middle: String?
    var unnamed: [String] = []

    init(
        _ heading: ListHeading, order: DateOrder?, sex: HandoverList.SexCodes?, names: NameOrder?,
        day: CivilDate,
        joined: Set<Int> = []
    ) {
        self.heading = heading
        self.joined = joined
        self.order = order
        self.sex = sex
        self.names = names
        self.day = day
    }

    /// The people of a record; none when it names nobody.
    func read(_ record: DelimitedText.Record) -> [HandoverList.Row] {
        switch SharedRow(record, heading, joined: joined) {
        case .one: return [person(record)].compactMap { $0 }
        case .unclear: return [person(record, isUnclear: true)].compactMap { $0 }
        case .each(let records, let shared):
            return records.compactMap { person($0, shared: shared, isOneOfSeveral: true) }
        }
    }

    func person(
        _ record: DelimitedText.Record, shared: Set<Int> = [], isOneOfSeveral: Bool = false,
        isUnclear: Bool = false
    ) -> HandoverList.Row? {
        var reader = self
        reader.line = record.line
        let names = record.cells.enumerated().filter { index, cell in
            heading.columns[index].map(SharedRow.isName) ?? false && !ListText(cell).text.isEmpty
        }
        let words = names.map { ListText($0.element).text }.joined(separator: " ")
        if isOneOfSeveral || isUnclear { reader.tell(.several, words) }
        if isUnclear {
            // One who is to be looked at: nobody knows which of these names is theirs.
            reader.unnamed.append(ListText.brief(words))
            reader.ask(.surnames, words)
        }
        let left = isUnclear ? Set(names.map(\.offset)) : []
        return reader.row(record, shared: shared, leaving: left)
    }

    private mutating func row(
        _ record: DelimitedText.Record, shared: Set<Int>, leaving left: Set<Int>
    ) -> HandoverList.Row? {
        for (index, raw) in record.cells.enumerated() where !left.contains(index) {
            let isJoined = joined.contains(index) && heading.columns[index] == .surnames
            let cell = ListText(isJoined ? raw.split(separator: "/").joined(separator: " ") : raw)
            guard !cell.text.isEmpty || cell.loss != nil else { continue }
            guard let column = heading.columns[index] else {
                keepBeyond(cell.text, index)
                continue
            }
            if shared.contains(index) {
                keepShared(cell.text, column)
            } else {
                take(cell, column, label: heading.labels[index])
            }
        }
        finishNames()
        settleBirth()
        guard isNamed() else { return nil }
        person.notes = ([person.notes].compactMap { $0 } + written.map { "Lista: \($0)" }).joined(
            separator: "; ")
        if person.notes?.isEmpty == true { person.notes = nil }
        return HandoverList.Row(
            line: line, person: person, asked: asked, told: told, youngest: youngest)
    }

    /// A cell without a heading above it: kept, and told.
    private mutating func keepBeyond(_ text: String, _ index: Int) {
        guard index >= heading.labels.count || heading.labels[index].isEmpty, !text.isEmpty else {
            return
        }
        written.append(ListText.brief(text))
        tell(.beyond, text)
    }

    /// What the row says once of several people is known of none of them.
    private mutating func keepShared(_ text: String, _ column: ListColumn) {
        if column == .birthDate {
            var one = self
            one.takeDate(text)
            youngest = one.youngest
        }
        if let age = column == .age ? ToldAge.years(text) : nil {
            youngest = min(youngest ?? 200, age)
        }
        keep(column, text)
    }

    private mutating func take(_ cell: ListText, _ column: ListColumn, label: String) {
        let text = cell.text
        switch cell.loss {
        case .invisible?: tell(.invisible, text)
        case .control?: ask(column, text)
        case .long?: tell(.long, text)
        case nil: break
        }
        if cell.loss == .long, ![.remarks, .labelled].contains(column) {
            return keep(column, ListText.brief(text))
        }
        if ListText.isDamaged(text), ![.remarks, .labelled].contains(column) {
            tell(.damaged, text)
            return keep(column, text)
        }
        if takeName(text, column) { return }
        if ListText.isStandIn(text), column != .sex {
            if [.birthDate, .country, .number].contains(column), text.contains(where: \.isLetter) {
                keep(column, text)
            }
            return
        }
        takeFact(text, column, label)
    }

    private mutating func takeFact(_ text: String, _ column: ListColumn, _ label: String) {
        switch column {
        case .number: takeNumber(text)
        case .birthDate: takeDate(text)
        case .birthYear, .age: takeAge(text, column)
        case .sex: takeSex(text)
        case .country: takeCountry(text)
        case .birthCountry: if !ListWords.isMexico(text) { written.append("nació en \(text)") }
        case .birthState, .birthPlace: takeState(text, isPlace: column == .birthPlace)
        case .alienNumber: person.alienNumber = text
        case .tag: person.tag = text
        case .curp:
            person.curp = text.uppercased()
            if let born = CURP(text.uppercased()).birthDate { otherwise.append(Birth(born)) }
        case .remarks: takeRemarks(text, text)
        case .labelled:
            guard !ListWords.isNo(text) else { return }
            takeRemarks(ListWords.isYes(text) ? label : "\(label): \(text)", "\(label) \(text)")
        default: break
        }
    }

    private mutating func takeRemarks(_ note: String, _ words: String) {
        person.notes = [person.notes, note].compactMap { $0 }.joined(separator: "; ")
        person.suggested.formUnion(suggestions(words))
        if let age = ToldAge.child(words) { youngest = min(youngest ?? 200, age) }
    }

    private mutating func takeNumber(_ text: String) {
        let digits = text.hasSuffix(".0") ? text.dropLast(2) : text.drop { $0 == "#" }
        let bare = digits.last == "." || digits.last == ")" ? digits.dropLast() : digits
        if let number = Int(bare), (1...PersonData.greatestNumber).contains(number) {
            person.listNumber = number
        } else {
            keep(.number, text)
        }
    }

    private mutating func takeDate(_ text: String) {
        let unguarded = text.hasPrefix("'") ? String(text.dropFirst()) : text
        // A zero is what a sheet shows where nothing stands.
        if Int(unguarded) == 0 { return keep(.birthDate, text) }
        if !mayBeYear(unguarded), let age = ToldAge.years(unguarded) {
            // Years where a day belongs are what somebody said: of a child that is asked about like
            // «JUV». Whose age is told in months does not come alone.
            let said = unguarded.drop { !$0.isNumber }.prefix { $0.isNumber }
            if age < 18, Int(said) == age { person.suggested.insert(.unaccompaniedChild) }
            return takeAge(unguarded, .age)
        }
        if unguarded.utf8.count == 4, let year = Int(unguarded),
            (day.year - 120...day.year).contains(year)
        {
            return takeAge(unguarded, .birthYear)
        }
        guard let cell = DateCell(unguarded),
            order != nil || cell.isSameBothWays || cell.orders.count != 2,
            let date = cell.date(order ?? .dmy, notAfter: day), date <= day,
            date.age(on: day) <= 120
        else {
            mayBeChild(text)
            return keep(.birthDate, text)
        }
        (person.birthDate, person.birthPrecision) = (date, nil)
        youngest = min(youngest ?? 200, date.age(on: day))
    }

    /// A paper that says two ages of one person, one of them a child's, has not said which: it is
    /// asked, and until then nobody is settled as adult.
    private mutating func settleBirth() {
        for birth in otherwise { youngest = min(youngest ?? 200, birth.ages(on: day).lowerBound) }
        guard let date = person.birthDate, person.birthPrecision == nil, date.age(on: day) >= 18
        else { return }
        let isChild = otherwise.contains { other in
            let slack = 31
            let fits = (other.earliest.daysSinceEpoch - slack...other.latest.daysSinceEpoch + slack)
                .contains(date.daysSinceEpoch)
            return !fits && other.isUnder18(on: day) != false
        }
        guard isChild else { return }
        person.birthDate = nil
        keep(.birthDate, date.shown)
    }

    /// «19» where dates stand is an age of nineteen, or a child's year of birth: it is asked.
    private func mayBeYear(_ text: String) -> Bool {
        guard text.utf8.count <= 2, let number = Int(text) else { return false }
        return text.hasPrefix("0") && text != "0" || (18...max(18, day.year % 100)).contains(number)
    }

    /// A date that is none may still say a year.
    private mutating func mayBeChild(_ text: String) {
        if let number = Int(text), mayBeYear(text) {
            youngest = min(youngest ?? 200, number, max(0, day.year % 100 - number - 1))
        }
        let years = text.split { !($0.isASCII && $0.isNumber) }.filter { $0.count == 4 }.compactMap
        { Int($0) }
        guard years.count == 1, let year = years.first, (day.year - 20...day.year).contains(year)
        else { return }
        youngest = min(youngest ?? 200, day.year - year - 1)
    }

    /// What a list says instead of a birth date: kept in words, since no day is known by it.
    private mutating func takeAge(_ text: String, _ column: ListColumn) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        written.append(column == .age ? "edad \(text)" : "año de nacimiento \(text)")
        let told = column == .age ? ToldAge.years(text) : nil
        let rest = text.dropFirst(digits.count).first { $0 != " " }
        // A number of something that is not known is of no years: the least that it may be is a
        // child's.
        if column == .age, told == nil, rest?.isLetter == true, let number = Int(digits) {
            youngest = min(youngest ?? 200, number / 12)
            return ask(column, text)
        }
        guard let value = told ?? Int(digits) else { return ask(column, text) }
        let age = column == .age ? value : day.year - value - 1
        guard (-1...120).contains(age) else { return ask(column, text) }
        // A whole date says more, wherever it stands.
        let born = column == .age ? Birth(age: value, on: day) : Birth(year: value)
        otherwise += [born].compactMap { $0 }
        if person.birthDate == nil, let birth = born, birth.isPossible(on: day) {
            (person.birthDate, person.birthPrecision) = (birth.day, birth.precision)
        }
        youngest = min(youngest ?? 200, age)
    }

    private mutating func takeSex(_ text: String) {
        guard let known = ListWords.sex(text, sex) else { return keep(.sex, text) }
        person.sex = known
    }

    private mutating func takeCountry(_ text: String) {
        if ListWords.isMexico(text) { return }
        guard text.contains(where: \.isLetter), text.count > 1 else { return keep(.country, text) }
        person.country = text
    }

    /// A state that is not recognised is kept in words, for the officer to ask.
    private mutating func takeState(_ text: String, isPlace: Bool) {
        let state = isPlace && ListWords.isMexico(text) ? nil : MexicanState(written: text)
        person.birthState = state?.code ?? person.birthState
        let place = text.split(separator: ",").first.map(String.init) ?? text
        let isWhole = state != nil && state?.code != "NE" && MexicanState(written: place) == state
        if !isWhole {
            person.notes = [person.notes, "Entidad: \(text)"].compactMap { $0 }.joined(
                separator: "; ")
        }
        if state == nil { ask(.birthState, text) }
    }

    /// Unknown, and kept as it is written.
    mutating func keep(_ column: ListColumn, _ text: String) {
        written.append("\(column.words.es) \(text)")
        ask(column, text)
    }

    mutating func ask(_ column: ListColumn, _ text: String) {
        asked.append(
            HandoverList.Asked(line: line, field: column.field, text: ListText.brief(text)))
    }

    mutating func tell(_ what: HandoverList.Told.What, _ text: String) {
        told.append(HandoverList.Told(line: line, what: what, text: ListText.brief(text)))
    }
}
