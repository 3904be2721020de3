import Repatriation

/// What people of a practice say. Nobody of them keeps an answer back.
extension InventedPeople {
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
        if random.happens(isSpeaker(person) ? 350 : 4) { flags.insert(.noSpanish) }
        if random.happens(12) { flags.insert(.reserved) }
        if random.happens(10) { flags.insert(.disability) }
        if age >= 18 && random.happens(30) { flags.insert(.smallChildren) }
        return flags
    }

    private func isSpeaker(_ person: PersonData) -> Bool {
        speakers.contains { group in
            group.states.contains(person.birthState ?? "")
                && group.surnames.contains(person.firstSurname ?? "")
        }
    }

    /// What somebody speaks at home who has no Spanish: what is spoken where they are from, by
    /// those of their name first.
    package func language(of person: PersonData) -> String {
        let near = speakers.filter { $0.states.contains(person.birthState ?? "") }
        let own = near.first { $0.surnames.contains(person.firstSurname ?? "") }
        return (own ?? near.first)?.language ?? "nahuatl"
    }

    /// Answers to the interview, in the shares of 2025 where they are known: detained in Texas
    /// 44.4 %, Arizona 14.7 %, California 14.6 %; by ICE 81.8 %, the Border Patrol 15 %; under a
    /// month there 33.7 %, one to ten years 30.6 % (UPMRIP).
    package func answers(_ person: PersonData, _ random: inout SeededGenerator) -> [ProfileField:
        String]
    {
        var answers: [ProfileField: String] = [:]
        for question in InterviewForm.questions
        where question.requirement == .mandatory && !question.field.isIdentity {
            answers[question.field] = drawn(question, person, &random)
        }
        if answers[.contactConsent] == "yes" { answers[.contactPhone] = "55 0000 0000" }
        if answers[.travelsWith] == "alone" {
            answers[.travelCondition] = "unaccompanied"
        } else {
            answers[.travelCondition] = "accompanied"
            answers[.companionKinship] = "parent"
        }
        if answers[.understandsSpanish] == "no" {
            answers[.interpreterNeeded] = "yes"
            answers[.motherTongue] = language(of: person)
        }
        return answers
    }

    private func drawn(
        _ question: Question, _ person: PersonData, _ random: inout SeededGenerator
    ) -> String? {
        // Born in this century's teens or later: what a child can have finished, and how long a
        // child can have been away.
        let year = person.birthDate?.year ?? 1990
        let isYoung = year > 2008
        switch question.field {
        case .detentionState:
            return random.pick([
                ("US-TX", 444), ("US-AZ", 147), ("US-CA", 146), ("US-FL", 70), ("US-GA", 50),
                ("US-NM", 40), ("US-NC", 40), ("US-IL", 33), ("US-LA", 30),
            ])
        case .residenceState:
            return random.pick([
                ("US-TX", 300), ("US-CA", 220), ("US-AZ", 80), ("US-FL", 90), ("US-GA", 80),
                ("US-NC", 70), ("US-IL", 80), ("US-WA", 40), ("US-CO", 40),
            ])
        case .detainedBy: return random.pick([("ICE", 818), ("USBP", 150), ("OFO", 32)])
        case .stay:
            guard !isYoung else {
                return random.pick([("under1month", 800), ("months1to6", 200)])
            }
            let stay = random.pick([
                ("under1month", 337), ("months1to6", 98), ("months7to12", 12), ("years1to5", 180),
                ("years6to10", 126), ("years11to20", 150), ("years21to40", 87),
                ("over40years", 10),
            ])
            // Nobody was there for longer than they have lived.
            return year > 1984 && stay == "over40years" || year > 2004 && stay == "years21to40"
                ? "years6to10" : stay
        case .schooling:
            guard !isYoung else {
                return random.pick([
                    ("primaryIncomplete", 300), ("primary", 300), ("secondaryIncomplete", 400),
                ])
            }
            return random.pick([
                ("none", 40), ("primaryIncomplete", 110), ("primary", 230), ("secondary", 360),
                ("highSchoolIncomplete", 60), ("highSchool", 160), ("secondaryIncomplete", 40),
            ])
        case .understandsSpanish:
            return isSpeaker(person) && random.happens(120) ? "no" : "yes"
        case .travelsWith: return random.pick([("alone", 900), ("family", 60), ("others", 40)])
        case .destination: return person.birthState
        default:
            let options = question.kind.list?.options.map(\.code) ?? MexicanState.all.map(\.code)
            return options[Int.random(in: 0..<options.count, using: &random)]
        }
    }
}
