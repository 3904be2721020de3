/// A prompt of the reserved form: something that was seen or told. No score is made of them and
/// none decides.
///
/// Sources: the short lists of UNODC, IOM and Polaris for trafficking; the cases documented at the
/// border points for kidnapping and extortion. UNODC warns that indicators are limited and point,
/// never prove.
package enum Indicator: String, Code {
    case documentsHeld, debt, falsePromise, unpaid, longHours, guarded, noMovement, threats,
        authorityThreats, marks,
        isolated, scripted, noAddress, ageMismatch, childAtWork, forcedBegging, sexual,
        forcedMarriage, organs, moved,
        branded, fearsSomebody, moneyHeld, rescuedBefore
    case ransomAsked, phoneTaken, heldAfterCrossing, movedByForce, restrained, falseTransport,
        followed, coached,
        takenFromGroup, ransomPending, fearsLeaving, familyMissing

    /// Which crime it points to.
    package var crime: ReferralKind {
        let kidnapping: Set<Indicator> = [
            .ransomAsked, .phoneTaken, .heldAfterCrossing, .movedByForce, .restrained,
            .falseTransport, .followed,
            .coached, .takenFromGroup, .ransomPending, .fearsLeaving, .familyMissing,
        ]
        return kidnapping.contains(self) ? .kidnapping : .trafficking
    }
}

/// Who the person wants to be interviewed by.
package enum InterviewerChoice: String, Code { case woman, man, either }
