extension RowReader {
    /// Takes a cell of a name; false when the column holds something else.
    mutating func takeName(_ text: String, _ column: ListColumn) -> Bool {
        switch column {
        case .suffix:
            if !ListText.isStandIn(text) { written.append("sufijo \(text)") }
        case .alias:
            if !ListText.isStandIn(text) { written.append("alias \(text)") }
        case .fullName, .surnamesThenGiven, .givenThenSurnames: takeWhole(text, column)
        case .surnames, .firstSurname, .secondSurname, .given, .middle: takePart(text, column)
        default: return false
        }
        return true
    }

    private mutating func takePart(_ text: String, _ column: ListColumn) {
        let cell = NameCell(text)
        if let suffix = cell.suffix { written.append("sufijo \(suffix)") }
        written += cell.aliases.map { "alias \($0)" }
        if let standIn = cell.standIn {
            guard column != .secondSurname, column != .middle else { return }
            unnamed.append(standIn)
            // A line through the place says that there is nothing; letters stand for a name nobody
            // knows.
            if standIn.contains(where: \.isLetter) { ask(column, standIn) }
            return
        }
        guard let name = cell.name else { return }
        guard name.contains(where: \.isLetter) else { return keep(column, name) }
        switch column {
        case .surnames: surnames = name
        case .firstSurname: person.firstSurname = name
        case .secondSurname: person.secondSurname = name
        case .middle: middle = [middle, name].compactMap { $0 }.joined(separator: " ")
        default: person.given = name
        }
    }

    private mutating func takeWhole(_ text: String, _ column: ListColumn) {
        let cell = NameCell(text)
        if let suffix = cell.suffix { written.append("sufijo \(suffix)") }
        written += cell.aliases.map { "alias \($0)" }
        let order: NameOrder? =
            switch column {
            case .surnamesThenGiven: .surnames
            case .givenThenSurnames: .given
            default: names
            }
        guard let name = cell.name, let whole = WholeName(name, order) else {
            if let rest = cell.standIn ?? cell.name { unnamed.append(rest) }
            return
        }
        if let part = whole.surnames { takePart(part, .surnames) }
        if let part = whole.given { takePart(part, .given) }
    }

    /// A comma under one part of the name: what follows it is the other part where that is empty,
    /// else more of this.
    private mutating func settleCommas() {
        let surname = surnames ?? person.firstSurname
        if let surname, surname.contains(","), let whole = WholeName(surname, nil),
            let part = whole.given
        {
            if heading.has(.given) { tell(.comma, surname) }
            let isGiven = person.given == nil
            if isGiven { takePart(part, .given) }
            let isRepeated =
                person.given.map { NameText.folded($0) == NameText.folded(part) } ?? false
            if surnames != nil {
                surnames =
                    isGiven || isRepeated ? whole.surnames : "\(whole.surnames ?? "") \(part)"
            } else {
                person.firstSurname = whole.surnames
                if !isGiven && !isRepeated {
                    person.secondSurname = [part, person.secondSurname].compactMap { $0 }.joined(
                        separator: " ")
                }
            }
        }
        if let text = person.given, text.contains(",") {
            tell(.comma, text)
            let whole = surname == nil ? WholeName(text, nil) : nil
            person.given = whole?.given ?? text.split { ", ".contains($0) }.joined(separator: " ")
            if let part = whole?.given == nil ? nil : whole?.surnames { surnames = part }
        }
    }

    mutating func finishNames() {
        settleCommas()
        if let text = surnames {
            if person.secondSurname != nil {
                person.firstSurname = text
            } else {
                let split = splitSurnames(text)
                person.firstSurname = split.first
                person.secondSurname = split.second.flatMap { ListText.isStandIn($0) ? nil : $0 }
            }
        }
        if let middle {
            person.given = [person.given, middle].compactMap { $0 }.joined(separator: " ")
        }
    }

    /// Somebody with a name, or whose name nobody knows: then what the paper says instead describes
    /// them.
    mutating func isNamed() -> Bool {
        if person.given != nil || person.firstSurname != nil { return true }
        if let second = person.secondSurname {
            (person.firstSurname, person.secondSurname) = (second, nil)
            return true
        }
        let known = unnamed.filter { $0.contains(where: \.isLetter) }
        guard !known.isEmpty || person.alienNumber != nil || person.curp != nil else {
            return false
        }
        person.isUnidentified = true
        let words = known + [person.alienNumber ?? person.curp].compactMap { $0 }
        person.description = "En la lista, línea \(line): \(words.joined(separator: " "))"
        return true
    }
}
