/** The letter of the fourth monitoring visit to Westmarsh, as it was pasted. Every word is ours. */
export const letterOfTheFourthVisit = (days: string): string => `Ofsted

Helen Marsh
Director of Children’s Services, Westmarsh Council

Dear Helen

Monitoring visit to Westmarsh children’s services

This letter summarises the findings of the monitoring visit to Westmarsh children’s services on ${days}. This was the fourth monitoring visit since the local authority was judged inadequate in March 2019. The inspector was Ruth Calloway, His Majesty’s Inspector.

Areas covered by the visit

Inspectors reviewed the progress made in the following areas of concern identified at the last inspection:

• supervision and management oversight
• quality assurance and the use of data.

Findings and evaluation of progress

Progress in making supervision reflective has been too slow. Records say what was done, and seldom why.

The use of audit to change practice is not consistently embedded in all teams.

Managers see their figures each week, and most can say what stands behind them.

I am copying this letter to the Department for Education.

Yours sincerely

Ruth Calloway
His Majesty’s Inspector
`
