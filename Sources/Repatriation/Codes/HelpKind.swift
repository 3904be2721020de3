/// Help given at a point.
///
/// The list of INM's programme (domain facts of 2025) and what INM's desk system asks besides:
/// what is given or offered, each with its time.
package enum HelpKind: String, Code {
    case food, water, call, hygieneKit, clothing, medicalCare, psychologicalCare, curpPrint,
        birthCertificate
    case welfareCard, socialSecurity, phoneChip, localTransfer, ticket, orientation, blanket
    case busDiscount, firstAid, printedMaterial, fundsTransfer, financialServices, schoolAdvice

    /// The version of the form with which it came: before, nobody was asked about it.
    package var since: Int {
        switch self {
        case .busDiscount, .firstAid, .printedMaterial, .fundsTransfer, .financialServices,
            .schoolAdvice:
            3
        default: 1
        }
    }

    /// Money is given, or a ticket bought: the amount, the fund and the voucher are written down.
    package var takesMoney: Bool { self == .ticket || self == .localTransfer }
}

/// What can be missing of somebody's belongings.
package enum Property: String, Code { case money, identification, phone, medicines, clothes, other }
