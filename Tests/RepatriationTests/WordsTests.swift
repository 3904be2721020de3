import Repatriation
import Testing

/// Words for codes: nothing that a person may read about themselves comes out as the program writes
/// it.
@Suite struct WordsTests {
    private func isWords(_ label: Bilingual) -> Bool {
        [label.es, label.en].allSatisfy { !$0.isEmpty && $0.firstMatch(of: #/[a-z][A-Z]/#) == nil }
    }

    @Test(arguments: EventKind.allCases)
    func everyFactHasWords(_ kind: EventKind) {
        #expect(isWords(kind.label) && kind.label.es != kind.rawValue)
    }

    @Test(arguments: CommandName.allCases)
    func everyCommandHasWords(_ command: CommandName) {
        #expect(isWords(command.label) && command.label.es != command.rawValue)
    }

    @Test func everyFieldOfAPersonsFileHasWords() {
        for kind in Belonging.told { expectWords(kind) }
    }

    private func expectWords<E: Entity>(_: E.Type) {
        for field in E.fields {
            let label = FieldLabels.known(field.name, in: E.kind)
            #expect(label.map(isWords) == true, "\(E.kind).\(field.name)")
        }
    }

    /// Codes whose own name is what they are called.
    private static let names: Set<String> = [
        "ICE", "USBP", "OFO", "utf-8", "cp858", "cp1252", "ascii", "X",
    ]

    @Test func everyCodeHasWords() {
        for codes in WordsTests.codes { expectWords(codes) }
    }

    private func expectWords<C: Code>(_: C.Type) {
        for code in C.allCases where !WordsTests.names.contains(code.rawValue) {
            #expect(isWords(code.label), "\(C.self).\(code.rawValue)")
            let isCode = code.rawValue.firstMatch(of: #/[a-z][A-Z]/#) != nil
            #expect(!isCode || code.label.es != code.rawValue, "\(C.self).\(code.rawValue)")
            #expect(code.said == .words(code.label))
        }
    }

    private static let codes: [any Code.Type] = [
        Mode.self, Authority.self, Sex.self, Belongings.self, Absence.self, Nationality.self,
        Proof.self, Flag.self,
        Attention.self, CountPlace.self, Exit.self, Escort.self, Place.self, Pause.self, Stage.self,
        GroupStage.self,
        DeskState.self, Notice.self, Medium.self, Kinship.self, CallOutcome.self, PointKind.self,
        PendingState.self,
        PaperKind.self, Delivery.self, PaperWidth.self, PrinterEncoding.self, Right.self,
        Capacity.self,
        RightsAnswer.self, RightsState.self, Opposition.self, InquiryWishes.self, OfficerRole.self,
        ReadReason.self,
        ReadKind.self, IdentityProof.self, ChildBookSpan.self, Lane.self, LaneStep.self,
        LaneDetail.self,
        TickOutcome.self, NotifiedAuthority.self, NoticeMedium.self, AgeSource.self, Pending.self,
        ReferralKind.self,
        Basis.self, ReferralState.self, ReferralAnswer.self, ReferralOutcome.self,
        ProviderKind.self,
        FollowUpField.self, FollowUpCause.self, FollowUpOutcome.self, Birth.Precision.self,
        Indicator.self,
        InterviewerChoice.self, BagCause.self, CheckLine.self, CheckAnswer.self,
        HelpKind.self, Property.self, ProfileField.self, SharedField.self,
    ]

    /// The priority classes that are shipped have each words of their own.
    @Test func everyPriorityClassHasWords() {
        for priority in PriorityClass.shipped where priority.code != "general" {
            #expect(
                PriorityLabel.staff(priority.code) != PriorityLabel.staff("general"),
                "\(priority.code)")
        }
    }

    /// Texts are said as they were written where people wrote them: whoever adds a text that holds
    /// codes says so in its field, or this list tells.
    @Test func onlyWhatPeopleWriteIsSaidAsItStands() {
        let said = Set(Belonging.told.flatMap { textFields($0) })
        #expect(
            said == WordsTests.written, "\(said.symmetricDifference(WordsTests.written).sorted())")
    }

    private func textFields<E: Entity>(_: E.Type) -> [String] {
        E.fields.filter { $0.said(.text("Ciudad Juárez")) == .text("Ciudad Juárez") }.map {
            "\(E.kind).\($0.name)"
        }
    }

    private static let written: Set<String> = [
        "reception.given", "reception.firstSurname", "reception.secondSurname",
        "reception.description",
        "reception.curp", "reception.notes", "reception.priorityReason", "reception.listedCountry",
        "reception.tag",
        "reception.absenceConfirmedBy", "reception.found", "reception.remark", "reception.motive",
        "reception.interpreter", "reception.placeWith", "reception.certificate",
        "reception.receiverInstitution",
        "reception.receiverName", "reception.receiverCredential", "reception.receiverPlate",
        "reception.interpreterVariant", "reception.interpreterWho", "reception.ageFolio",
        "reception.alienNumber",
        "group.office", "group.difference", "group.reopened", "group.calledBy", "group.phone",
        "group.vehicle", "group.driver",
        "groupShare.with", "groupShare.basis", "groupShare.who",
        "call.reason",
        "rightsRequest.requester", "rightsRequest.document", "rightsRequest.ground",
        "rightsRequest.extensionReason",
        "rightsRequest.note", "referral.note", "help.fund", "help.voucher", "propertyClaim.tag",
        "propertyClaim.office", "laneTick.who", "laneTick.folio", "laneTick.note", "screening.note",
        "alarmMark.note", "alarmMark.reason",
        "followUp.explainedIn", "followUp.reason", "followUp.note", "paper.folio", "paper.replaces",
        "paper.cancelReason", "bag.tag", "bag.shelf", "bag.receiver", "surveyTaken.survey",
    ]

    /// A number is said where it counts something; a moment never is.
    @Test func onlyCountsAreSaidAsNumbers() {
        let said = Set(Belonging.told.flatMap { numberFields($0) })
        #expect(
            said == WordsTests.counts, "\(said.symmetricDifference(WordsTests.counts).sorted())")
    }

    private func numberFields<E: Entity>(_: E.Type) -> [String] {
        E.fields.filter { $0.said(.int(7)) == .text("7") }.map { "\(E.kind).\($0.name)" }
    }

    private static let counts: Set<String> = [
        "reception.listNumber", "reception.sentNumber", "reception.sentTicket",
        "reception.ticket", "reception.tier", "reception.target",
        "reception.desk",
        "reception.recalls", "reception.absences", "reception.formVersion",
        "reception.noticeVersion", "group.number",
        "group.declared", "group.line", "group.room", "group.medical", "group.families",
        "group.children",
        "group.lastNumber", "groupShare.people", "call.desk", "call.tier", "call.target",
        "call.waited",
        "call.sinceTier2", "help.amount",
        "propertyClaim.amount", "followUp.tries", "paper.reprints", "surveyTaken.tries",
        "surveyTaken.version",
    ]

    /// What an institution was sent, and what waits for a second officer, is said by the fields'
    /// own words.
    @Test func whatWasSentIsSaidInWords() {
        #expect(Meaning.member("sex", "H") == .words(Sex.man.label))
        #expect(Meaning.member("how", "ownDecision") == .words(Exit.ownDecision.label))
        #expect(Meaning.member("do", "release") == .words(EventKind.released.label))
        #expect(Meaning.member("language", "nahuatl") == .answer("nahuatl", .motherTongue))
        #expect(
            Meaning.member("doubt", true) == true.said
                && Meaning.member("reception", 12) == .nothing)
        #expect(Meaning.member("birthDate", "1990-05-06") == .text("06/05/1990"))
        #expect(Meaning.member("birthDate", "≈ 1990") == .answer("≈ 1990", .birthDate))
    }
}
