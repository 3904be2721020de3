/// Reads the file of a survey, and tells everything that is wrong with it, each with its line.
///
/// JSON5 with Spanish keys, as scenarios: those who write them are officers. The manual tells each.
package struct SurveyReader {
    private let problems = FileProblems()
    private var form = SurveyForm()
    private var known: [String: SurveyQuestion] = [:]

    /// The longest file that is read, in bytes.
    package static let mostBytes = 256 << 10
    /// The most questions.
    package static let mostQuestions = 60
    /// What chooses each answer of a list, in order: there are no more answers than these.
    static let letters = Array("1234567890abcdefghijklmnñopqrstuvwxyz+*/")
    /// The most letters of what a question says, and of any other words.
    private static let (longQuestion, longLabel) = (200, 80)
    /// The most letters of a code.
    private static let longCode = 40

    /// What was read.
    package enum Reading: Sendable, Equatable {
        case whole(SurveyForm)
        /// In the order of the lines.
        case wrong([FileProblem])
    }

    /// The survey that a text is, or what is wrong with it. O(n).
    package static func read(_ text: String) -> Reading {
        guard text.utf8.count <= mostBytes else { return tooLong }
        let written: Written
        do { written = try JSON5Reader.read(text) } catch { return .wrong([error]) }
        var reader = SurveyReader()
        if let part = WrittenPart(written, reader.problems) { reader.read(part) }
        let found = reader.problems.inOrder
        guard found.isEmpty else { return .wrong(found) }
        // It is kept as it writes itself, and read back from that.
        return reader.form.json.serialized.utf8.count <= mostBytes ? .whole(reader.form) : tooLong
    }

    private static let tooLong = Reading.wrong([
        FileProblem(1, "El archivo pasa de 256 KB.", "The file is over 256 KB.", as: .tooMany)
    ])

    /// The keys that it asks a text for; what the manual tells is compared with them.
    package static func keys(_ text: String) -> Set<String> {
        var reader = SurveyReader()
        guard let written = try? JSON5Reader.read(text),
            let part = WrittenPart(written, reader.problems)
        else { return [] }
        reader.read(part)
        return reader.problems.asked
    }

    private mutating func read(_ whole: WrittenPart) {
        var part = whole
        form.code = name(&part)
        form.version = part.requiredInteger("version", 1...9999)
        form.title = words(&part, atMost: SurveyReader.longLabel)
        let from = part.requiredInteger("desde", 0...120)
        let to = part.requiredInteger("hasta", 0...120)
        if from <= to { form.months = from...to } else { wrongEnd(&part) }
        if !part.has("secciones") { part.isMissing("secciones") }
        for section in part.parts("secciones") { form.sections.append(self.section(section)) }
        part.finish()
        let count = form.questions.count
        if count > SurveyReader.mostQuestions {
            part.wrong(
                "secciones", "caben \(SurveyReader.mostQuestions) preguntas y hay \(count).",
                "there is room for \(SurveyReader.mostQuestions) questions, and there are \(count).",
                as: .tooMany)
        }
    }

    private func wrongEnd(_ part: inout WrittenPart) {
        part.wrong("hasta", "va después de «desde».", "comes after «desde».")
    }

    private mutating func section(_ written: WrittenPart) -> SurveySection {
        var part = written
        let title = words(&part, atMost: SurveyReader.longLabel)
        let questions = part.parts("preguntas").map { question($0) }
        if questions.isEmpty { part.isMissing("preguntas") }
        part.finish()
        return SurveySection(title: title, questions: questions)
    }

    private mutating func question(_ written: WrittenPart) -> SurveyQuestion {
        var part = written
        let code = name(&part)
        let label = words(&part, atMost: SurveyReader.longQuestion)
        var alone: Set<String> = []
        let kind = kind(&part, of: code, &alone)
        var question = SurveyQuestion(code: code, label: label, kind: kind, alone: alone)
        question.condition = condition(&part)
        part.finish()
        if known[code] != nil {
            part.wrong(
                "id", "«\(code)» está dos veces.", "«\(code)» stands twice.", as: .twice)
        }
        known[code] = question
        return question
    }

    private func name(_ part: inout WrittenPart) -> String {
        let name = part.name()
        if name.count > SurveyReader.longCode {
            let most = SurveyReader.longCode
            part.wrong("id", "caben \(most) letras.", "takes \(most) letters.", as: .tooMany)
        }
        return name
    }

    /// What stands in both languages.
    private func words(_ part: inout WrittenPart, atMost most: Int) -> Bilingual {
        let words = Bilingual(part.requiredText("es"), part.requiredText("en"))
        for (key, text) in [("es", words.es), ("en", words.en)] where text.count > most {
            part.wrong(key, "caben \(most) letras.", "takes \(most) letters.", as: .tooMany)
        }
        return words
    }
}

extension SurveyReader {
    /// The kinds of question, as files write them.
    package static let kinds = Kind.allCases.map(\.rawValue)

    enum Kind: String, CaseIterable {
        case one = "una"
        case several = "varias"
        case number = "numero"
        case yesNo = "sino"
        case date = "fecha"
        case text = "texto"
    }

    private func kind(_ part: inout WrittenPart, of code: String, _ alone: inout Set<String>)
        -> AnswerKind
    {
        guard let kind: Kind = part.code("tipo") else {
            if !part.has("tipo") { part.isMissing("tipo") }
            // Which keys belong to it is not known: none is told to be too many.
            for key in ["opciones", "de", "a"] { _ = part.has(key) }
            return .text
        }
        switch kind {
        case .one: return .one(AnswerList(code, options(&part, &alone, takesAlone: false)))
        case .several: return .many(AnswerList(code, options(&part, &alone, takesAlone: true)))
        case .yesNo: return Catalogues.yesNo
        case .date: return .date
        case .text: return .text
        case .number:
            let limits = 0...9_999_999
            let (least, most) = (
                part.integer("de", limits) ?? 0, part.integer("a", limits) ?? 9999
            )
            guard least <= most else {
                part.wrong("a", "va después de «de».", "comes after «de».")
                return .number(limits)
            }
            return .number(least...most)
        }
    }

    private func options(
        _ part: inout WrittenPart, _ alone: inout Set<String>, takesAlone: Bool
    ) -> [AnswerOption] {
        let written = part.parts("opciones")
        if !part.has("opciones") { part.isMissing("opciones") }
        let most = SurveyReader.letters.count
        if written.count > most {
            part.wrong(
                "opciones", "caben \(most), una por tecla.", "takes \(most), one for each key.",
                as: .tooMany)
        } else if written.count == 1 {
            part.wrong("opciones", "toma dos o más.", "takes two or more.")
        }
        var codes = Set(SurveyQuestion.openAnswers.map(\.code))
        return zip(written, SurveyReader.letters).map { option, letter in
            var option = option
            let code = name(&option)
            if !codes.insert(code).inserted {
                option.wrong(
                    "id", "«\(code)» está dos veces, o es de siempre.",
                    "«\(code)» stands twice, or is always there.", as: .twice)
            }
            let label = words(&option, atMost: SurveyReader.longLabel)
            if takesAlone, option.flag("sola") == true { alone.insert(code) }
            option.finish()
            return AnswerOption(code: code, letter: letter, label: label)
        }
    }

    /// An earlier question of a list, and answers that it has.
    private func condition(_ part: inout WrittenPart) -> SurveyCondition? {
        guard var written = part.part("si") else { return nil }
        let name = written.requiredText("pregunta")
        let codes = written.texts("dice") ?? []
        if codes.isEmpty { written.isMissing("dice") }
        written.finish()
        guard let question = known[name] else {
            if !name.isEmpty {
                written.wrong(
                    "pregunta", "ninguna pregunta anterior es «\(name)».",
                    "no earlier question is «\(name)».", as: .unknownName)
            }
            return nil
        }
        let options = question.options.map(\.code)
        if options.isEmpty {
            written.wrong(
                "pregunta", "«\(name)» no tiene respuestas que elegir.",
                "«\(name)» has no answers to choose from.")
        }
        for code in codes where !options.isEmpty && !options.contains(code) {
            let allowed = options.joined(separator: ", ")
            written.wrong(
                "dice", "no hay «\(code)»; hay: \(allowed).",
                "no «\(code)»; there is: \(allowed).", as: .unknownName)
        }
        return SurveyCondition(question: name, codes: Set(codes))
    }
}
