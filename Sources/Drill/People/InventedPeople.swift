import Repatriation

/// Draws invented people in the mix of 2025: 86 % men, 9 % women, 5 % under 18. Nobody in
/// particular.
package struct InventedPeople: Sendable {
    private let men, women, surnames, states: [String]
    /// Names of the invented officers.
    package let officers: [String]

    /// Reads `names.txt`: `kind: word word …`, `_` for a space inside a name.
    package init(text: String) {
        let lists = InventedPeople.lists(text)
        men = lists["men"] ?? ["Juan"]
        women = lists["women"] ?? ["Juana"]
        surnames = lists["surnames"] ?? ["Prueba"]
        states = lists["states"] ?? ["OC"]
        officers = lists["officers"] ?? []
    }

    /// The words of each kind.
    static func lists(_ text: String) -> [String: [String]] {
        var lists: [String: [String]] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            lists[String(parts[0])] = parts[1].split(separator: " ").map {
                $0.split(separator: "_").joined(separator: " ")
            }
        }
        return lists
    }

    /// One person as a list gives them, born before `day`.
    package func draw(_ random: inout SeededGenerator, on day: CivilDate) -> PersonData {
        var person = PersonData()
        let isMinor = random.happens(50)
        let isWoman = random.happens(isMinor ? 350 : 95)
        func pick(_ words: [String]) -> String {
            words[Int.random(in: 0..<words.count, using: &random)]
        }
        person.given = pick(isWoman ? women : men)
        if random.happens(330) {
            person.given = (person.given ?? "") + " " + pick(isWoman ? women : men)
        }
        person.firstSurname = pick(surnames)
        if !random.happens(60) { person.secondSurname = pick(surnames) }
        person.sex = isWoman ? .woman : .man
        let years =
            isMinor
            ? Int.random(in: 12...17, using: &random)
            : 18
                + min(
                    Int.random(in: 0...24, using: &random), Int.random(in: 0...52, using: &random))
        person.birthDate = CivilDate(
            daysSinceEpoch: day.daysSinceEpoch - years * 365 - years / 4
                - Int.random(in: 1...300, using: &random))
        person.birthState = pick(states)
        if random.happens(900) {
            person.tag = "I77-\(padded(Int.random(in: 10_000...99_999, using: &random), 5))"
        }
        if random.happens(100) {
            person.notes = "MEDICATION"
            person.suggested = [.medical]
        }
        return person
    }

    /// What the first questions find for somebody.
    package func flags(_ person: PersonData, _ random: inout SeededGenerator, on day: CivilDate)
        -> Set<Flag>
    {
        var flags: Set<Flag> = []
        let age = person.birthDate?.age(on: day) ?? 30
        // Of a child it is always said whether they come alone or with their family: «nothing» is
        // no answer.
        if age < 18 { flags.insert(random.happens(750) ? .unaccompaniedChild : .smallChildren) }
        if age >= 60 { flags.insert(.older) }
        if random.happens(person.suggested.isEmpty ? 40 : 600) { flags.insert(.medical) }
        if person.sex == .woman && (18...42).contains(age) && random.happens(60) {
            flags.insert(.pregnant)
        }
        if random.happens(15) { flags.insert(.noSpanish) }
        if random.happens(12) { flags.insert(.reserved) }
        if random.happens(10) { flags.insert(.disability) }
        if age >= 18 && random.happens(30) { flags.insert(.smallChildren) }
        return flags
    }

    /// What people of the practice day say: nobody of them keeps an answer back.
    private static func codes(_ question: Question) -> [String] {
        question.kind.list?.options.map(\.code) ?? MexicanState.all.map(\.code)
    }

    /// Answers to the interview.
    package func answers(_ person: PersonData, _ random: inout SeededGenerator) -> [ProfileField:
        String]
    {
        var answers: [ProfileField: String] = [:]
        for question in InterviewForm.questions
        where question.requirement == .mandatory && !question.field.isIdentity {
            let options =
                question.kind == .usState
                ? ["US-TX", "US-TX", "US-AZ", "US-CA", "US-GA", "US-FL"]
                : InventedPeople.codes(question)
            answers[question.field] = options[Int.random(in: 0..<options.count, using: &random)]
        }
        // About one in sixteen needs an interpreter: every second one would be no point there is.
        let understands =
            answers[.understandsSpanish] == "yes" || (person.birthDate?.day ?? 1) % 8 != 0
        answers[.understandsSpanish] = understands ? "yes" : "no"
        if !understands {
            answers[.interpreterNeeded] = "yes"
            answers[.motherTongue] = "tseltal"
        }
        if answers[.contactConsent] == "yes" { answers[.contactPhone] = "55 0000 0000" }
        if answers[.travelsWith] == "alone" {
            answers[.travelCondition] = "unaccompanied"
        } else {
            answers[.travelCondition] = "accompanied"
            answers[.companionKinship] = "parent"
        }
        answers[.destination] = person.birthState
        return answers
    }
}
