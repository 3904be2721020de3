import Repatriation

/// What the record of one person says after the night, whoever wrote the times and the numbers.
struct NightFacts: Equatable {
    var name: [String]
    var sex: Sex?
    var year: Int?
    var stage = Stage.waiting
    var belongings: Belongings? = .all
    var flags: Set<Flag>? = []
    var absence: Absence?
    var confirmedBy: String?
    var isUnlocated = false
    var found: String?
    var nationality: Nationality?
    var proof: Proof?
    var motive: String?
    var place: Place?
    var pause: Pause?
    var notice: Notice?
    var answers: [ProfileField: String] = [:]
    var isCertified = false
    var exit: Exit?
    var destination: String?
    var receiver: [String] = []
    var escort: Escort?
    var isOffList = false

    /// As the store has it.
    init(_ person: Reception) {
        name = [person.firstSurname, person.secondSurname, person.given].compactMap { $0 }
        (sex, year, stage) = (person.sex, person.birthDate?.year, person.stage)
        (belongings, flags) = (person.belongings, person.flags)
        (absence, confirmedBy) = (person.absence, person.absenceConfirmedBy)
        (isUnlocated, found) = (person.isUnlocated, person.found)
        (nationality, proof, motive) = (person.nationality, person.proof, person.motive)
        (place, pause, notice) = (person.place, person.pause, person.notice)
        for question in InterviewForm.questions where ![.sex, .birthDate].contains(question.field) {
            answers[question.field] = person.answer(question.field)
        }
        isCertified = person.certificate != nil
        (exit, destination, escort) = (person.exit, person.destination, person.escort)
        receiver = [
            person.receiverInstitution, person.receiverName, person.receiverCredential,
            person.receiverPlate,
        ].compactMap { $0 }
        isOffList = person.isOffList
    }

    /// As the script means it, from the table below.
    init(intended number: Int) {
        name =
            NightList.surnames(number).split(separator: " ").map(String.init) + [
                NightList.given(number)
            ]
        sex = NightList.isWoman(number) ? .woman : .man
        year = NightList.birthYear(number)
        NightFacts.exceptions[number]?(&self)
    }

    /// Everybody of whom anything else is meant than «came with everything, was asked, waits».
    private static let exceptions: [Int: @Sendable (inout NightFacts) -> Void] = [
        0: { facts in
            facts.name = ["Zenteno", "Quiroga", "Petra"]
            (facts.belongings, facts.isOffList) = (nil, true)
            facts.answers[.birthPrecision] = "estimated"
        },
        5: { facts in
            facts.flags = [.vitalEmergency]
            facts.attended("Mora", "Robles", "Omar", .hospital)
            facts.receiver = ["Hospital General", "Dra. Inventada", "4471", "a pie"]
        },
        8: { $0.flags = [.noSpanish] },
        12: { facts in
            (facts.place, facts.pause) = (.roomA, .washroom)
            facts.left(.ownDecision)
        },
        20: { facts in
            facts.attended("Cano", "Duarte", "Ana", .shelter)
            facts.escort = .declined
        },
        21: { facts in
            facts.attended("Ríos", "Duarte", "Omar", .ownMeans)
            facts.escort = .declined
        },
        23: { $0.left(.ownDecision) },
        31: { $0.belongings = .part }, 32: { $0.belongings = .part }, 33: { $0.belongings = .part },
        34: { $0.belongings = Belongings.none },
        35: { $0.belongings = .hadNone }, 36: { $0.belongings = .hadNone },
        37: { $0.belongings = .hadNone },
        38: { facts in
            facts.didNotCome(.notDelivered)
            facts.confirmedBy = "Agente 4471"
        },
        39: { facts in
            facts.didNotCome(.leftBeforeRollCall)
            facts.found = "La vio Beta en el puente"
        },
        40: { facts in
            facts.didNotCome(.unknown)
            facts.isUnlocated = true
        },
        41: { facts in
            facts.flags = [.medical]
            facts.attended("Vera", "Campos", "Omar", .bus)
            facts.escort = .declined
        },
        42: { facts in
            (facts.stage, facts.flags, facts.nationality) = (.foreign, nil, .foreign)
            facts.motive = "Pasaporte de otro país"
        },
        43: { $0.nationality = .pending },
        NightList.childAlone: { $0.flags = [.unaccompaniedChild] },
        NightList.mother: { $0.flags = [.smallChildren] },
        NightList.child: { $0.flags = [.smallChildren] },
    ]

    private mutating func didNotCome(_ why: Absence) {
        (stage, belongings, flags, absence) = (.noShow, nil, nil, why)
    }

    private mutating func left(_ how: Exit) {
        (stage, exit, destination, escort) = (.released, how, "OC", .declined)
    }

    /// Interviewed, certified and out: the name as it was proposed, and every answer of the script.
    private mutating func attended(_ first: String, _ second: String, _ given: String, _ how: Exit)
    {
        left(how)
        escort = nil
        name = [first, second, given]
        (nationality, proof, notice, isCertified) = (.accredited, .birthCertificate, .read, true)
        answers = [
            .birthState: "OC", .understandsSpanish: "yes", .travelsWith: "alone",
            .minorChildrenInUS: "no",
            .residenceState: "US-TX", .detentionState: "US-TX", .detainedBy: "USBP",
            .stay: "years1to5",
            .schooling: "primary", .destination: "OC", .contactConsent: "no",
        ]
    }
}
