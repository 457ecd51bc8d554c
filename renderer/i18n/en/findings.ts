import type { FindingText } from '../finding-words.ts'

/** What validators and the password policy say of a value, by finding code. */
export const enFindings: FindingText = {
  'credit-code-length': (facts) => `A credit code has 18 characters, this one ${facts['length']}.`,
  'credit-code-character': (facts) =>
    `“${facts['character']}” never occurs in a credit code (no I, O, S, V, Z).`,
  'credit-code-placeholder': () => 'This looks like a placeholder.',
  'credit-code-check-digit': () =>
    'The check character is wrong: compare it character by character.',
  'credit-code-region': (facts) => `Region ${facts['region']} is unusual, please compare.`,
  'credit-code-organization-part': () => 'The organization code inside (9–17) does not check out.',
  'organization-code-shape': () =>
    'An organization code is 8 characters and a check, like D2143569-X.',
  'organization-code-placeholder': () => 'This looks like a placeholder.',
  'organization-code-check-digit': () => 'The check character is wrong.',
  'resident-id-shape': () => 'A resident ID has 18 digits; the last may be X.',
  'resident-id-region': (facts) => `No region begins with ${facts['region']}.`,
  'resident-id-century': () => 'The year of birth is not between 1900 and 2099.',
  'resident-id-birth-date': () => 'The day of birth does not exist.',
  'resident-id-birth-date-in-future': () => 'The day of birth is in the future.',
  'resident-id-check-digit': () => 'The check digit is wrong.',
  'resident-id-legacy': () => 'An old 15-digit number; filings ask for 18 digits.',
  'id-number-shape': () => 'An ID number has 4 to 30 letters, digits or dashes.',
  'id-number-unusual': () => 'Unusual for this kind of document, please compare.',
  'mobile-shape': () => 'A mobile number has 11 digits and begins with 1.',
  'mobile-virtual': (facts) =>
    `${facts['segment']} belongs to virtual operators and may not get verification codes.`,
  'mobile-segment-unsupported': (facts) => `${facts['segment']} may not get verification codes.`,
  'landline-shape': () => 'A landline is an area code and 7 to 8 digits, like 010-12345678.',
  'phone-is-landline': () => 'A landline gets no verification codes.',
  'phone-is-foreign': () => 'A foreign number may not get verification codes.',
  'email-shape': () => 'This is not a mail address.',
  'icp-number-shape': () => 'A filing number looks like 京ICP备12345678号-1.',
  'icp-number-digits': (facts) => `A filing number has 8 or 10 digits, this one ${facts['count']}.`,
  'icp-number-serial': () => 'The serial after “-” is wrong; it begins at 1.',
  'icp-number-not-subject': () => 'The entity’s number has no serial after “-”.',
  'icp-number-no-serial': () =>
    'No serial: this looks like an entity number. A service’s ends in “-1”.',
  'icp-number-unofficial-prefix': (facts) =>
    `“${facts['prefix']}” is not used in filing numbers; it should be “${facts['official']}”.`,
  'icp-number-missing-hao': () => 'The character 号 is missing; it is added when saved.',
  'icp-number-year': (facts) => `The year in the number is ${facts['year']}, please compare.`,
  'icp-number-kind-mismatch': () =>
    'The letter after the serial does not fit the kind (A app, X mini program, K quick app).',
  'icp-number-province': (facts) =>
    `The number belongs to ${facts['number']}, the entity to ${facts['entity']}.`,
  'service-number-not-of-entity': (facts) =>
    `Not the same number as the entity’s, ${facts['subject']}.`,
  'police-number-shape': () => 'A police number looks like 京公网安备11010802012345号.',
  'police-number-wording': () => 'It must read 公网安备.',
  'police-number-prefix': (facts) => `No police number begins with “${facts['prefix']}”.`,
  'police-number-digits': (facts) => `A police number has 14 digits, this one ${facts['count']}.`,
  'police-number-missing-hao': () => 'The character 号 is missing; it is added when saved.',
  'police-number-province-digits': (facts) =>
    `“${facts['prefix']}” and the digits ${facts['digits']} are different provinces.`,
  'police-number-province': (facts) =>
    `The police number belongs to ${facts['police']}, the filing number to ${facts['icp']}.`,
  'domain-no-suffix': () => 'The suffix is missing; a domain looks like example.com.',
  'domain-label': (facts) => `“${facts['label']}” cannot be part of a domain.`,
  'domain-too-long': () => 'The domain is too long.',
  'domain-is-ip-address': () => 'This is an IP address, not a domain.',
  'domain-was-address': () => 'The domain was taken out of the address.',
  'domain-has-www': () => 'Filings name the main domain, usually without www.',
  'domain-owner-differs': (facts) => `The owner differs from the entity “${facts['entity']}”.`,
  'address-shape': () => 'Not an address; only http and https are accepted.',
  required: () => 'Please fill this in.',
  'too-long': (facts) => `At most ${facts['maxLength']} characters.`,
  'not-a-date': () => 'Not a date.',
  'not-allowed': () => 'Not one of the choices.',
  'letter-signed': () =>
    'A signed letter is not changed. Take the mark of signing away, or write another one.',
  'validity-reversed': () => 'It ends before it begins.',
  'validity-too-long': () => 'It holds for a year at most: sign it again then.',
  'number-placeholder': () => 'This looks like a placeholder.',
  'province-unknown': () => 'No province has this character.',
  'date-in-future': () => 'This day is in the future, please compare.',
  'date-too-early': () => 'This day is very early, please compare.',
  'date-passed': () => 'This day has passed.',
  'reference-missing': () => 'The record it refers to is gone.',
  'duplicate-filing-number': (facts) =>
    facts['name'] === undefined
      ? 'This number is already in the ledger.'
      : `“${facts['name']}” already has this number.`,
  'duplicate-domain': (facts) =>
    facts['name'] === undefined
      ? 'This domain is already in the ledger.'
      : `This domain is already recorded under “${facts['name']}”.`,
  'custodian-name-taken': (facts) =>
    `There is or was a custodian “${facts['name']}”. Make it another, such as “${facts['name']} (2)”, so that signatures and audit tell you apart.`,
  'custodian-name-unseen': () =>
    'The name has characters that cannot be seen, or that turn the direction of the text. Type it anew.',
  'duplicate-credit-code': (facts) =>
    facts['name'] === undefined
      ? 'This code is already in the ledger.'
      : `“${facts['name']}” already has this code.`,
  'duplicate-name': () => 'There is already a record of this name.',
  'no-access-provider': () => 'No access provider: the filing may be cleared as hollow.',
  'provider-role-missing': () => 'This provider is not recorded in that role.',
  'contact-has-left': () => 'This contact has left.',
  'channel-not-verified': () => 'Nobody has checked within three months that codes arrive here.',
  'password-length': (facts) =>
    facts['length'] === undefined
      ? 'It must have 8 to 20 characters.'
      : `It must have 8 to 20 characters, now ${facts['length']}.`,
  'password-classes': () => 'It needs upper case, lower case, digits and special characters.',
  'password-full-width': () => 'It holds full-width characters, which a login may refuse.',
  'password-edge-space': () => 'It begins or ends with a space: copied by mistake?',
  'password-inner-space': () => 'It holds a space.',
  'password-not-ascii': () => 'It holds characters that are not on the keyboard.',
  'password-birthday': () => 'It holds the birthday of a responsible person.',
  'password-mobile': () => 'It holds a recorded phone number.',
  'password-id-digits': () => 'It holds part of an ID number.',
  'password-credit-code': () => 'It holds part of the credit code.',
  'password-filing-number': () => 'It holds the digits of the filing number.',
  'password-domain': () => 'It holds the domain.',
  'password-company-name': () => 'It holds the company’s name.',
  'password-used-before': () => 'It was used lately.',
  'password-sequence': () => 'It holds a sequence like 1234 or abcd.',
  'password-repeat': () => 'It holds a repetition like aaaa.',
  'password-guessable': () => 'It is too easy to guess.',
  'password-too-long': () => 'At most 64 characters.',
  'password-empty': () => 'Please enter the password.',
  'password-must-change': () => 'An issued password: change it soon after registering.',
  'totp-uri': () => 'A one-time code needs an address beginning with otpauth://.',
  'passphrase-short': () => 'Too short, make it longer.',
  'passphrase-guessable': () => 'Too easy to guess: use several unrelated words.',
  'import-digits-lost': () =>
    'The number is too long and has lost its last digits: make the cell text and type it again.',
  'import-formula-empty': () => 'A formula without a value: taken as empty.',
  'import-cell-error': () => 'An error value: taken as empty.',
  'import-password-number': () => 'The password is a number: leading zeros may be lost.',
  'import-password-date': () =>
    'The password was stored as a date and is lost: make the cell text and type it again.',
  'import-date-unreadable': () => 'Not a date: taken as empty.',
  'import-date-month-only': () => 'Only year and month: taken as the 1st.',
  'import-date-order': () => 'Day and month may be swapped, please compare.',
  'import-filled-from-above': (facts) =>
    `No entity name: taken as “${facts['name']}” from the row above.`,
  'import-entity-unnamed': () => 'No entity name.',
  'import-person-unnamed': () => 'A phone number without a name.',
  'import-several-numbers': (facts) =>
    `${facts['count']} numbers in one cell: only the first is taken.`,
  'import-several-names': (facts) =>
    `${facts['count']} names in one cell: only the first is taken.`,
  'import-status-unknown': () => 'Unknown status: taken as to be verified.',
  'import-kind-unknown': () => 'Unknown kind: taken as website.',
  'import-row-joined': (facts) =>
    facts['row'] === undefined
      ? 'The same filing as an earlier row: joined.'
      : `The same filing as row ${facts['row']}: joined.`,
  'import-hidden-row': () => 'This row is hidden in the spreadsheet: make sure it is meant.',
  'import-nothing-told': () => 'Nothing in this row can be imported.',
}
