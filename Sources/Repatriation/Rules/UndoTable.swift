/// Whether facts of a kind can be taken back.
package enum UndoRule: Sendable, Equatable {
    /// Within the time of ``UndoRules``, and while nothing depends on them.
    case back
    /// Never, and why.
    case lasts(Lasting)
}

/// Why a fact is not taken back; what is done instead is said with it.
package enum Lasting: String, Code {
    case paper, delivery, interview, list, group, shift, handed, alarm, age, child, reserved, gate,
        setting, confirmation, file, record, dataLeft, laterProgram
}

extension EventKind {
    /// Whether facts of this kind can be taken back. The one table of it: a kind that nobody has
    /// decided about does not compile.
    package var undo: UndoRule {
        switch self {
        case .called, .recalled, .notPresent, .parked, .resumed, .interviewStarted, .placed,
            .routeSet, .transferred, .transferArrived:
            .back
        case .received, .didNotCome, .located, .personAmended, .triaged, .nationalitySet: .back
        case .personLinked, .personUnlinked, .personToldApart, .familySet: .back
        case .noticeGiven, .interpreterAssigned, .consentSet: .back
        case .referred, .referralAnswered, .referralClosed, .helpGiven, .laneTicked: .back
        case .followUpAsked, .followUpRecorded, .bagKept, .bagGiven, .inquiryAnswered: .back
        case .prioritySet, .waterCounted, .shiftChecked, .surveyAnswered: .back
        // An adult's; a child's exit lasts (``UndoCase``).
        case .released: .back
        case .certificateIssued, .propertyClaimed: .lasts(.paper)
        case .paperDelivered, .paperReprinted, .folioCancelled, .foliosReserved: .lasts(.delivery)
        case .profileSaved: .lasts(.interview)
        case .listed: .lasts(.list)
        case .groupAnnounced, .groupAmended, .groupArrived, .headCounted, .groupBalanced,
            .groupConcluded, .groupReopened:
            .lasts(.group)
        case .shiftOpened, .shiftClosed, .deskOpened, .deskPaused, .deskClosed, .peakSet,
            .handOverSigned, .handOverReceived:
            .lasts(.shift)
        case .takenOver: .lasts(.handed)
        case .missing: .lasts(.alarm)
        case .ageDoubted, .ageCorrected: .lasts(.age)
        case .reservedFormKept: .lasts(.reserved)
        case .inquiryRecorded: .lasts(.gate)
        case .pointSet, .officerAdded, .officerSet, .passwordSet, .catalogueSet, .providerSet,
            .stockCounted, .archiveSeriesSet, .periodClosed, .surveyAdded, .surveyRetired:
            .lasts(.setting)
        case .confirmationAsked: .lasts(.confirmation)
        case .rightsRequested, .rightsExtended, .rightsAnswered, .blocked, .removed, .removalMade,
            .filePacked:
            .lasts(.file)
        case .undone, .counted, .clockConfirmed, .alarmMarked, .hourLeftToVerify:
            .lasts(.record)
        case .groupShared, .curpSent: .lasts(.dataLeft)
        }
    }
}

extension EventKind {
    /// Whether what is of this kind, done later about the same people, rests on what was of that
    /// kind, whatever fields either of them set.
    func rests(on kind: EventKind) -> Bool {
        switch kind {
        // What is given and written of somebody who is here.
        case .received, .transferArrived:
            [
                .familySet, .placed, .routeSet, .helpGiven, .referred, .bagKept, .noticeGiven,
                .consentSet,
                .interpreterAssigned, .reservedFormKept, .followUpAsked, .missing,
            ].contains(self)
        // A call brings the family along.
        case .familySet: [.called, .familySet].contains(self)
        // Whoever is here is looked for by nobody.
        case .located: self == .received
        // The notice comes before the first question.
        case .noticeGiven: [.profileSaved, .certificateIssued].contains(self)
        // What was told or delivered through the interpreter.
        case .interpreterAssigned: [.paperDelivered, .reservedFormKept].contains(self)
        // A child leaves, and travels, by what was ticked.
        case .laneTicked: [.released, .transferred].contains(self)
        // Who was noted twice as not come was missed by two.
        case .didNotCome: self == .didNotCome
        default: false
        }
    }
}
