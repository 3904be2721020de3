import Repatriation
import Terminal
import Testing

@testable import Screens

/// The manual says what the rules do, all of it, and on what it rests.
@Suite struct ManualTests {
    /// Acts that are the office's and not the desk's: catalogues, accounts, rights and archive have
    /// commands and pages of their own.
    private static let ofTheOffice: Set<CommandName> = [
        .setProvider, .setPoint, .setEntry, .setMunicipalities, .addOfficer, .setOfficer,
        .notePassword, .requestRights, .extendRights, .answerRights, .setArchiveSeries, .blockDue,
        .removeBlocked, .notePacked, .closePeriod, .sendCURPs, .addSurvey,
        .retireSurvey,
    ]

    @Test func everyActOfTheDeskStandsInAStep() {
        let told = Set(ProcedureStep.allCases.flatMap(\.acts).map { $0.name })
        let missing = Set(Acts.all.map { $0.name }).subtracting(told)
            .subtracting(ManualTests.ofTheOffice)
        #expect(missing.isEmpty, "\(missing.map(\.rawValue).sorted())")
        #expect(told.isDisjoint(with: ManualTests.ofTheOffice))
    }

    @Test func noRuleIsWithoutItsSource() {
        #expect(ProcedureStep.allCases.allSatisfy { !$0.grounds.isEmpty && !$0.acts.isEmpty })
        #expect(Lane.allCases.allSatisfy { !$0.grounds.isEmpty })
        #expect(AlertKind.allCases.allSatisfy { !$0.grounds.isEmpty })
        #expect(ReferralKind.allCases.allSatisfy { !$0.legalGrounds.isEmpty })
        #expect(ReceptionRight.allCases.allSatisfy { !$0.grounds.isEmpty })
        #expect(Standard.allCases.allSatisfy { !$0.source.es.isEmpty })
        let cited = Set(
            ProcedureStep.allCases.flatMap(\.grounds) + Lane.allCases.flatMap(\.grounds)
                + AlertKind.allCases.flatMap(\.grounds)
                + ReferralKind.allCases.flatMap(\.legalGrounds)
                + ReceptionRight.allCases.flatMap(\.grounds))
        #expect(cited == Set(LegalGround.allCases), "a law that nothing rests on is not cited")
    }

    @Test(arguments: Language.allCases)
    func everyStepLaneClassAlarmAndReferralIsInIt(_ language: Language) {
        var ids = IdentifierSource(origin: 1, counter: 0)
        let points = NinePoints.make(&ids)
        let html = Manual(language, points: points).book.html
        let words =
            ProcedureStep.allCases.flatMap { [$0.label, $0.doing, $0.why] }
            + Lane.allCases.flatMap { [$0.label, $0.why] } + LaneStep.allCases.map(\.label)
            + Alarm.all.map(\.kind.label) + ReferralKind.allCases.map(\.label)
            + Standard.allCases.map(\.label) + ReceptionRight.allCases.map(\.words)
        for word in words {
            #expect(html.contains(HTMLText.escaped(word(language))), "\(word(language))")
        }
        for point in points where point.isActive { #expect(html.contains(point.name)) }
    }

    /// What a rule rests on is cited in the manual's language, and in no other.
    @Test func whatItRestsOnIsCitedInItsLanguage() {
        var ids = IdentifierSource(origin: 1, counter: 0)
        let points = NinePoints.make(&ids)
        let cited = LegalGround.allCases.map(\.text) + Standard.allCases.map(\.source)
        for language in Language.allCases {
            let html = Manual(language, points: points).book.html
            let other: Language = language == .es ? .en : .es
            for one in cited {
                #expect(html.contains(HTMLText.escaped(one(language))), "\(one(language))")
                // A law keeps its name: the English one is the Spanish one and what it is of.
                guard !one(language).contains(one(other)) else { continue }
                #expect(!html.contains(HTMLText.escaped(one(other))), "\(one(other))")
            }
        }
    }

    /// How many calls are of the last class each point sets for itself: F1, which does not know the
    /// point, names no number.
    @Test(arguments: Language.allCases) func aPageWithoutAPointNamesNoShare(_ language: Language) {
        let told = Manual(language).page(Procedure(isOfQueue: true)).blocks.compactMap { block in
            if case .text(let words) = block { words } else { nil }
        }
        #expect(told.count == 1 && !told[0].contains { $0.isNumber }, "\(told)")
    }

    /// What a point has set for itself is what its manual says; where points differ each is named.
    @Test(arguments: Language.allCases)
    func aPointsOwnRulesStandInItsManual(_ language: Language) {
        var ids = IdentifierSource(origin: 1, counter: 0)
        var points = Array(NinePoints.make(&ids).filter(\.isActive).prefix(3))
        let shipped = Manual(language, points: points).book.text()
        let usual = ReceivingPoint(id: Identifier(1))
        let share = language("una de cada", "one call in")
        #expect(shipped.flowed.contains("\(share) \(usual.share)"))
        points[1].share = 7
        points[1].alarmThresholds = "insideLong 777"
        points[1].amendedClasses = "general|2|123|general"
        points[1].quietHours = "21:15-04:45"
        let own = Manual(language, points: points).book.text().flowed
        #expect(own.contains("\(share) 7") && own.contains("\(share) \(usual.share)"))
        #expect(own.contains("777 min (\(points[1].code.text))") && own.contains("123 min"))
        #expect(own.contains("21:15-04:45"))
        let alone = Manual(language, points: [points[1]]).book.text().flowed
        #expect(alone.contains("777 min") && !alone.contains("777 min ("))
        #expect(!alone.contains("\(share) \(usual.share)"))
    }

    /// What is printed needs nothing else, and runs nothing.
    @Test(arguments: Language.allCases)
    func pagesStandAlone(_ language: Language) {
        let books = [
            Manual(language, points: []).book, .keyCard(language),
            .rightsPoster(language, page: .a4), .rightsPoster(language, page: .letter),
        ]
        for book in books {
            let html = book.html
            for stranger in ["<script", "http:", "https:", "src=", "url(", "@import"] {
                #expect(!html.contains(stranger))
            }
            #expect(html.contains("lang=\"\(language.rawValue)\""))
        }
    }

    @Test(arguments: [80, 100, 132])
    func noLineOfItIsWiderThanTheTerminal(_ width: Int) {
        let text = Manual(.es, points: []).book.text(width)
        let widest = text.split(separator: "\n").map { TextWidth.of(String($0)) }.max() ?? 0
        #expect(widest <= width)
    }

    @Test func aBookOfPracticeSaysSoOnTopBelowAndAcross() {
        var book = Book("Prueba", .es, isDrill: true)
        book.add(.text("Uno."))
        let lines = book.text().split(separator: "\n")
        #expect(lines.first?.contains("SIN VALIDEZ OFICIAL") == true)
        #expect(lines.last?.contains("SIN VALIDEZ OFICIAL") == true)
        #expect(book.html.contains("PRÁCTICA · SIN VALIDEZ OFICIAL"))
    }

    @Test func whatLooksLikeATagIsText() {
        var book = Book("<b>", .es)
        book.add(.heading("<script>", level: 1), .table(head: ["<i>"], rows: [["<u>"]]))
        #expect(!book.html.contains("<script>") && !book.html.contains("<u>"))
    }
}

extension String {
    /// Without line breaks and doubled spaces.
    fileprivate var flowed: String {
        split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    }
}
