import { describe, expect, test } from 'vitest';
import { messageIdLength, messageIdTime } from '../../../src/mta/exim/message-id.ts';

describe('messageIdTime', () => {
  test.each([
    ['1jmFYj-00039V-QX', 1_592_567_509],
    ['16VDhn-000000001bo-D342', 1_012_231_703],
    ['1x5dJQ-00000002ksM-1pMm', 1_789_279_416],
  ])('%s was begun at %i', (id, seconds) => {
    expect(messageIdTime(id)).toBe(seconds * 1000);
  });

  test.each([
    '',
    '1jmFYj',
    '1jmFYj-00039V-Q',
    '1jmFYj-00039V-QX-H',
    '1jmFYj_00039V_QX',
    'A1B2C3D4E5',
    '1jmFYj-00039V-Q!',
  ])('%j is no message id', (text) => {
    expect(messageIdTime(text)).toBeNull();
  });
});

test('an id in a line is followed by a blank', () => {
  expect(messageIdLength('1jmFYj-00039V-QX Completed', 0)).toBe(16);
  expect(messageIdLength('1x5dJQ-00000002ksM-1pMm Completed', 0)).toBe(23);
  expect(messageIdLength('1jmFYj-00039V-QX-H', 0)).toBe(0);
});
