/// Who was received before and is like this, which is being typed.
package struct WhoIsAlike: Query {
    package typealias Answer = [MatchCandidate]
    /// As typed.
    package let person: PersonData
    /// Whose reception it is typed for; nil where that is not there yet.
    package let own: Identifier<Reception>?

    /// Those like somebody as typed.
    package init(_ person: PersonData, own: Identifier<Reception>?) {
        (self.person, self.own) = (person, own)
    }

    package func answersInstead(of earlier: WhoIsAlike) -> Bool { own == earlier.own }
}

/// Somebody received before, or elsewhere, who may be the same person, with why.
package struct MatchCandidate: Sendable, Equatable {
    /// Where that person was received.
    package let reception: Identifier<Reception>
    /// Whom linking would make this one.
    package let person: Identifier<Person>
    /// How alike the two are.
    package let score: MatchScore
    /// What the score says: the same, or perhaps.
    package let grade: MatchScore.Grade
    /// As it may be shown.
    package let name: ShownName
    /// When born; nil when it is not known.
    package let birth: Birth?
    /// Where that reception is.
    package let point: PointCode
    /// Where the person stands there.
    package let stage: Stage
    /// The same in words.
    package let stageWords: Bilingual
    /// The working day of that reception.
    package let day: CivilDate?

    /// Somebody who is like the person looked at, and whom the reader may be told of; nil for
    /// whoever is not alike.
    package init?(_ other: Reception, _ score: MatchScore, to reader: Reader) {
        guard let grade = score.grade else { return nil }
        (reception, person, self.score, self.grade) = (other.id, other.person, score, grade)
        (name, birth, point) = (other.name(to: reader), other.birth, other.point)
        (stage, day) = (other.stage, other.receivedDay)
        stageWords = other.stageWords
    }
}

extension MatchScore {
    /// What agrees and what does not, by hand-given codes.
    package var reasons: [String] {
        var reasons: [String] = []
        if isSameCURP == true { reasons.append("sameCURP") }
        if birth != .unknown { reasons.append("birthDate.\(birth)") }
        if surnames != .unknown { reasons.append("surnames.\(surnames)") }
        if given != .unknown { reasons.append("given.\(given)") }
        if isSameState == true { reasons.append("sameState") }
        if isSameSex == false { reasons.append("otherSex") }
        return reasons
    }

    /// The same in words, the strongest first.
    package var sentence: Bilingual {
        var parts: [Bilingual] = []
        if isSameCURP == true { parts.append(Bilingual("misma CURP", "same CURP")) }
        switch birth {
        case .equal: parts.append(Bilingual("misma fecha", "same date"))
        case .swapped: parts.append(Bilingual("día y mes cambiados", "day and month swapped"))
        case .sameYear:
            parts.append(Bilingual("mismo año hasta donde se sabe", "same year as far as known"))
        case .oneDigit:
            parts.append(Bilingual("fecha con una cifra distinta", "one digit off in the date"))
        case .different: parts.append(Bilingual("otra fecha", "another date"))
        case .unknown: break
        }
        switch surnames {
        case .equal: parts.append(Bilingual("mismos apellidos", "same surnames"))
        case .swapped:
            parts.append(Bilingual("apellidos en otro orden", "surnames in another order"))
        case .sound: parts.append(Bilingual("apellidos suenan igual", "surnames sound alike"))
        case .slip:
            parts.append(
                Bilingual("apellidos con una letra distinta", "one letter off in the surnames"))
        case .oneMissing: parts.append(Bilingual("falta un apellido", "one surname missing"))
        case .oneDiffers: parts.append(Bilingual("un apellido distinto", "one surname differs"))
        case .different: parts.append(Bilingual("otros apellidos", "other surnames"))
        case .unknown: break
        }
        switch given {
        case .equal: parts.append(Bilingual("mismo nombre", "same given name"))
        case .part, .sound, .slip: parts.append(Bilingual("nombre parecido", "given name alike"))
        case .different: parts.append(Bilingual("otro nombre", "another given name"))
        case .unknown: break
        }
        if isSameState == true { parts.append(Bilingual("misma entidad", "same state")) }
        if isSameSex == false { parts.append(Bilingual("otro sexo", "another sex")) }
        return parts.joined()
    }
}
