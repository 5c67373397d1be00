// Who may write: the owner's first link, signing in, an invitation, a second person, and what each sees.
import assert from 'node:assert/strict';
import { PASSWORD, PHONE, examine, focused, keep, open, overflow, settle, signIn, suite } from './browser.mjs';

const STILL = { javaScriptEnabled: false };

const visit = suite();

visit('the first link makes an owner, and what is wrong is said where it is', {}, async (page, twain) => {
  await open(page, twain.welcome);
  await examine(page, 'welcome-light');
  await page.fill('#name', 'partnership officer');
  await page.fill('#password', 'short');
  await page.fill('#again', 'short');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#wrong');
  await focused(page, 'password');
  assert.equal(await page.inputValue('#name'), 'partnership officer');
  await examine(page, 'welcome-wrong');
  await page.fill('#password', PASSWORD);
  await page.fill('#again', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/accounts\?done=welcome/);
  await examine(page, 'accounts-first');
  assert.equal((await page.goto(twain.welcome)).status(), 404);
  // The browser itself says that the last two answers were no pages as asked for.
  assert.ok(page.problems.every((problem) => /status of (404|422)/.test(problem)), page.problems.join());
});

visit('an owner signs in, invites, and the second person signs in, without JavaScript', STILL, async (page, twain) => {
  await open(page, '/account');
  assert.match(page.url(), /\/sign-in\?next=%2Faccount$/);
  await page.fill('#name', 'Partnership Officer');
  await page.fill('#password', PASSWORD);
  await page.click('form.entry button');
  await page.waitForURL(/\/account$/);
  await page.click('main a[href="/accounts"]');
  await page.selectOption('form[action="/accounts/invite"] select', 'reviewer');
  await page.click('form[action="/accounts/invite"] button');
  await page.waitForSelector('#link code');
  await keep(page, 'accounts-invitation');
  const link = await page.textContent('#link code');
  const second = await twain.page(STILL);
  await settle(second, `${link}?lang=ru`, 'отдел партнёрств');
  assert.match(await second.textContent('#me'), /рецензент/);
  await second.click('.account button');
  await second.waitForURL((url) => url.pathname === '/');
  assert.match(await second.textContent('.account'), /Войти/);
  await second.context().close();
  await open(page, '/accounts');
  assert.match(await page.textContent('#accounts'), /отдел партнёрств/);
});

visit('signing in by keyboard leads back to where one was', {}, async (page) => {
  await open(page, '/audit');
  await page.click('.account a');
  await page.waitForURL(/next=%2Faudit/);
  await examine(page, 'sign-in-light');
  await signIn(page, 'partnership officer', page.url());
  await page.waitForURL(/\/audit$/);
  assert.match(await page.textContent('.account'), /partnership officer/);
  assert.deepEqual(page.problems, []);
});

visit('a wrong password is said, and the field is the one to go on at', {}, async (page) => {
  await open(page, '/sign-in?lang=ru');
  await page.fill('#name', 'partnership officer');
  await page.fill('#password', 'another password here');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#wrong');
  await focused(page, 'password');
  assert.equal(await page.inputValue('#name'), 'partnership officer');
  await examine(page, 'ru-sign-in-wrong');
});

visit('a token is shown once, a password is changed', {}, async (page) => {
  await signIn(page, 'partnership officer', '/sign-in?next=/account');
  await page.waitForURL(/\/account$/);
  await page.fill('#label', 'the weekly sheet');
  await page.press('#label', 'Enter');
  await page.waitForSelector('#token code');
  await examine(page, 'account-token');
  const token = await page.textContent('#token code');
  const read = await page.request.get('/api/ties?limit=1', { headers: { authorization: `Bearer ${token}` } });
  assert.equal(read.status(), 200);
  await open(page, '/account');
  assert.equal(await page.locator('#token').count(), 0);
  await page.click('form[action^="/account/tokens/revoke"] button');
  await page.waitForURL(/done=revoked/);
  const refused = await page.request.get('/api/ties?limit=1', { headers: { authorization: `Bearer ${token}` } });
  assert.equal(refused.status(), 401);
  assert.deepEqual(page.problems, []);
});

for (const colorScheme of ['light', 'dark']) {
  for (const lang of ['en', 'ru']) {
    visit(`axe finds nothing serious on the pages of accounts: ${lang}, ${colorScheme}`, { colorScheme }, async (page) => {
      const asked = lang === 'ru' ? '?lang=ru' : '';
      await open(page, `/sign-in${asked}`);
      await examine(page, `${lang}-sign-in-${colorScheme}`);
      await signIn(page, 'partnership officer');
      for (const name of ['account', 'accounts', 'audit']) {
        await open(page, `/${name}${asked}`);
        await examine(page, `${lang}-${name}-${colorScheme}`);
      }
      assert.deepEqual(page.problems, []);
    });
  }
}

visit('a phone shows the pages of accounts without scrolling sideways', PHONE, async (page) => {
  await signIn(page, 'partnership officer');
  for (const name of ['account', 'accounts', 'audit', '']) {
    for (const asked of ['', '?lang=ru']) {
      await open(page, `/${name}${asked}`);
      await keep(page, `${asked ? 'ru-' : ''}${name || 'home'}-signed-in-phone`);
      assert.equal(await overflow(page), 0, name + asked);
    }
  }
});

visit('the header keeps to two rows on a desktop, in both languages, signed in or not', {}, async (page) => {
  const look = async (who) => {
    for (const lang of ['en', 'ru']) {
      for (const width of [1024, 1280, 1600]) {
        await page.setViewportSize({ width, height: 600 });
        await open(page, `/about?lang=${lang}`);
        const { height } = await page.locator('body > header').boundingBox();
        assert.ok(height < 110, `${who} ${lang} ${width}: ${height}`);
      }
    }
  };
  await look('nobody');
  await signIn(page, 'partnership officer');
  await look('somebody');
});
