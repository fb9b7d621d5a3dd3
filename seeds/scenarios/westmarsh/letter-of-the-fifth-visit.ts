/** The letter of the fifth monitoring visit to Westmarsh, as it was pasted. Every word is ours. */
export const letterOfTheFifthVisit = (days: string): string => `Ofsted

Helen Marsh
Director of Children’s Services, Westmarsh Council

Dear Helen

Monitoring visit to Westmarsh children’s services

This letter summarises the findings of the monitoring visit to Westmarsh children’s services on ${days}. This was the fifth monitoring visit since the local authority was judged inadequate in March 2019. The inspectors were Ruth Calloway and Owen Price, His Majesty’s Inspectors.

Areas covered by the visit

Inspectors reviewed the progress made in the following areas of concern identified at the last inspection:

• the quality and impact of social work and of child protection plans
• children who wait for a social worker, and changes of social worker.

Headline findings

Leaders have a clear direction, and most of what was looked at has improved. In some areas the pace of change is still too slow. Performance dipped in the spring, while a new practice model was introduced, and again in the summer, when agency social workers left.

Findings and evaluation of progress

Strategy meetings now take place quickly and with the right agencies, which is tangible progress since the last visit.

The quality of children’s plans remains variable. The new way of writing plans with families is not consistently embedded in all teams.

Some children are still not allocated to a social worker while they wait for an assessment. Progress in reducing the number of unallocated children has been too slow.

Too many children have had a change of social worker in the last six months, and since the last visit this has worsened.

It is too early to see the impact of the new supervision policy on children.

Social workers speak warmly of the children they work with, and the direct work that inspectors saw was purposeful and creative.

I am copying this letter to the Department for Education.

Yours sincerely

Ruth Calloway
His Majesty’s Inspector
`
