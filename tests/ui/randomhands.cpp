#include "tests/ui/randomhands.h"
#include "tests/support/eventually.h"

#include "core/document/dates.h"
#include "core/models/settingsmodel.h"
#include "ui/common/savebar.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QJsonArray>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTreeView>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

constexpr auto account = "mrossi"_L1;

bool isTextKind(FieldKind kind)
{
    return kind == FieldKind::Text || kind == FieldKind::Email || kind == FieldKind::Phone ||
           kind == FieldKind::MultiLine;
}

// What an editor of one line makes of a text that comes in whole: see typedLine(), which this must not call.
QString asLine(QString text)
{
    text.remove(QChar(7));
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text.replace(u'\n', u' ');
}

QString textOf(const QWidget *editor)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(editor))
        return line->text();
    return qobject_cast<const QPlainTextEdit *>(editor)->toPlainText();
}

QWidget *targetOf(QWidget *editor)
{
    auto *area = qobject_cast<QPlainTextEdit *>(editor);
    return area ? area->viewport() : editor;
}

// The tests run in C, whose dates are written like this.
QString dateFormat()
{
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    return format.contains("yyyy"_L1) ? format : format.replace("yy"_L1, "yyyy"_L1);
}

QAccessibleInterface *accessible(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget);
}

} // namespace

RandomHands::RandomHands(quint32 seed) : m_random(seed) {}

RandomHands::~RandomHands() = default;

bool RandomHands::start()
{
    m_app = std::make_unique<AppFixture>();
    m_app->start(account);
    if (!m_app->signIn(u"lanyard"_s))
        return false;
    m_app->goTo(0);
    m_before = m_app->service().user(account);
    for (const UserField &field : userFields()) {
        if (!field.editable || field.kind == FieldKind::Image)
            continue;
        const QString key(field.key);
        m_editors.insert(key, findEditor(field));
        Meant meant{textOf(m_editors.value(key)), {{key, m_before.value(key)}}};
        if (!field.companion.isEmpty())
            meant.members.insert(QString(field.companion), m_before.value(field.companion));
        mean(field, meant);
    }
    return true;
}

QString RandomHands::run(int acts)
{
    m_acts.clear();
    if (!m_app && !start())
        return u"not signed in"_s;
    struct Choice
    {
        const char *name;
        Act act;
    };
    static const QList<Choice> choices{
        {"keys", &RandomHands::typeKeys},
        {"input method", &RandomHands::composeText},
        {"composition left open", &RandomHands::leaveComposing},
        {"paste", &RandomHands::pasteText},
        {"middle button", &RandomHands::pasteByMiddleButton},
        {"drop", &RandomHands::dropText},
        {"drop of markup", &RandomHands::dropMarkup},
        {"a11y set", &RandomHands::setByAssistant},
        {"a11y insert", &RandomHands::insertByAssistant},
        {"a11y delete", &RandomHands::deleteByAssistant},
        {"clear", &RandomHands::clearByKeys},
        {"date", &RandomHands::writeDate},
        {"country", &RandomHands::writeCountry},
        {"setting", &RandomHands::writeSetting},
        {"wheel", &RandomHands::turnWheel},
        {"undo", &RandomHands::undo},
        {"redo", &RandomHands::redo},
        {"page", &RandomHands::switchPage},
        {"reload", &RandomHands::reload},
        {"save", &RandomHands::save},
    };
    for (int i = 0; i <= acts; ++i) {
        const Choice choice = i == acts ? choices.last() : choices.at(below(static_cast<int>(choices.size())));
        m_acts << QString::fromLatin1(choice.name);
        QString wrong = (this->*choice.act)() ? QString() : u"could not be done"_s;
        landOpenIfTaken();
        followAddress();
        if (wrong.isEmpty())
            wrong = wrongOnScreen();
        if (wrong.isEmpty() && choice.act == &RandomHands::save)
            wrong = wrongAtService();
        if (!wrong.isEmpty())
            return m_acts.join("; "_L1) + ": "_L1 + wrong;
    }
    return {};
}

// Acts on texts

const UserField &RandomHands::anyTextField()
{
    while (true) {
        const UserField &field = userFields()[static_cast<std::size_t>(below(static_cast<int>(userFields().size())))];
        // Under another user name the service would hold another user.
        if (field.editable && isTextKind(field.kind) && field.key != "userName"_L1)
            return field;
    }
}

QWidget *RandomHands::findEditor(const UserField &field)
{
    QWidget *editor = m_app->findIfThere<QLineEdit>(fieldLabel(field));
    return editor ? editor : m_app->find<QPlainTextEdit>(fieldLabel(field));
}

QWidget *RandomHands::goToEditor(const UserField &field)
{
    m_app->goTo(0);
    QWidget *editor = m_editors.value(QString(field.key));
    AppFixture::scrollTo(editor);
    commitOpen(editor);
    return editor;
}

void RandomHands::selectSome(QWidget *editor, int *start, int *length)
{
    const QString text = textOf(editor);
    *start = edgeIn(text);
    *length = below(3) == 0 ? edgeIn(text) - *start : 0;
    if (*length < 0) {
        *start += *length;
        *length = -*length;
    }
    editor->setFocus();
    if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        line->setSelection(*start, *length);
        if (*length == 0)
            line->setCursorPosition(*start);
        return;
    }
    auto *area = qobject_cast<QPlainTextEdit *>(editor);
    QTextCursor cursor = area->textCursor();
    cursor.setPosition(*start);
    cursor.setPosition(*start + *length, QTextCursor::KeepAnchor);
    area->setTextCursor(cursor);
}

// A place between two characters, never within one of two units.
int RandomHands::edgeIn(const QString &text)
{
    const int place = below(static_cast<int>(text.size()) + 1);
    return place > 0 && place < text.size() && text.at(place).isLowSurrogate() ? place - 1 : place;
}

void RandomHands::mean(const UserField &field, const Meant &meant)
{
    m_now.insert(QString(field.key), meant);
    m_ever[QString(field.key)].append(meant);
}

void RandomHands::replaceInModel(const UserField &field, int start, int length, const QString &text)
{
    const QString key(field.key);
    QString shown = m_now.value(key).shown;
    shown.replace(start, length, text);
    mean(field, {shown, {{key, shown}}});
    m_acts.last() += u' ' + key;
}

bool RandomHands::typeKeys()
{
    const UserField &field = anyTextField();
    QWidget *editor = goToEditor(field);
    int start = 0;
    int length = 0;
    selectSome(editor, &start, &length);
    const QString text = oneOf({u"x"_s, u"Rossi"_s, u"12,75"_s, u"ß é"_s, u"a  b"_s, u"-_.@"_s});
    for (const QChar c : text) {
        QTest::sendKeyEvent(QTest::Click, editor, Qt::Key_unknown, QString(c), Qt::NoModifier);
        replaceInModel(field, start++, std::exchange(length, 0), QString(c));
    }
    return true;
}

bool RandomHands::composeText()
{
    const UserField &field = anyTextField();
    QWidget *editor = goToEditor(field);
    int start = 0;
    int length = 0;
    selectSome(editor, &start, &length);
    const QString text = oneOf({u"日本"_s, u"ą"_s, u"한국어"_s});
    QInputMethodEvent preedit(u"…"_s, {});
    QCoreApplication::sendEvent(editor, &preedit);
    replaceInModel(field, start, length, {}); // what is selected makes room when composing begins
    QInputMethodEvent commit;
    commit.setCommitString(text);
    QCoreApplication::sendEvent(editor, &commit);
    replaceInModel(field, start, 0, text);
    return true;
}

// What comes next finds it open.
bool RandomHands::leaveComposing()
{
    const UserField &field = anyTextField();
    QWidget *editor = goToEditor(field);
    int start = 0;
    int length = 0;
    selectSome(editor, &start, &length);
    m_open = {&field, start, oneOf({u"日本"_s, u"ą"_s, u"한국어"_s})};
    QInputMethodEvent preedit(m_open.text, {});
    QCoreApplication::sendEvent(editor, &preedit);
    replaceInModel(field, start, length, {});
    return true;
}

void RandomHands::commitOpen(QWidget *editor)
{
    if (!m_open.field)
        return;
    QWidget *composing = m_editors.value(QString(m_open.field->key));
    if (composing == editor) {
        QInputMethodEvent commit;
        commit.setCommitString(m_open.text);
        QCoreApplication::sendEvent(composing, &commit);
    } else {
        editor->setFocus();
    }
    landOpen();
}

void RandomHands::landOpen()
{
    const Composing open = std::exchange(m_open, {});
    if (open.field)
        replaceInModel(*open.field, open.start, 0, open.text);
}

void RandomHands::landOpenIfLeft()
{
    if (m_open.field && QApplication::focusWidget() != m_editors.value(QString(m_open.field->key)))
        landOpen();
}

// With the focus of the window, which a list of countries has for a moment, it is taken at any time.
void RandomHands::landOpenIfTaken()
{
    if (!m_open.field)
        return;
    const QString key(m_open.field->key);
    if (textOf(m_editors.value(key)) == QString(m_now.value(key).shown).insert(m_open.start, m_open.text))
        landOpen();
}

// Text that comes in whole takes the spaces at the ends of an e-mail address along.
void RandomHands::followAddress()
{
    const UserField &field = *userField(u"email");
    const QString key(field.key);
    const QString shown = textOf(m_editors.value(key));
    const QString meant = m_now.value(key).shown;
    if (shown != meant && shown == meant.trimmed())
        mean(field, {shown, {{key, shown}}});
}

bool RandomHands::pasteByMiddleButton()
{
    const UserField &field = anyTextField();
    QWidget *editor = goToEditor(field);
    QWidget *target = targetOf(editor);
    const QPoint place(below(target->width() - 4) + 2, target->height() / 2);
    int start = 0;
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        start = line->cursorPositionAt(place);
    else
        start = qobject_cast<QPlainTextEdit *>(editor)->cursorForPosition(place).position();
    QApplication::clipboard()->setText(u"marked"_s, QClipboard::Selection);
    QTest::mouseClick(target, Qt::MiddleButton, {}, place);
    if (QApplication::clipboard()->supportsSelection())
        replaceInModel(field, start, 0, u"marked"_s);
    return true;
}

bool RandomHands::pasteText()
{
    const UserField &field = anyTextField();
    QWidget *editor = goToEditor(field);
    int start = 0;
    int length = 0;
    selectSome(editor, &start, &length);
    const QString text = oneOf({u"pasted"_s, u"a cell\r\n"_s, u"two\nlines"_s, u"bell\a"_s, u"two\nlines\n"_s});
    QApplication::clipboard()->setText(text);
    QTest::keyClick(editor, Qt::Key_V, Qt::ControlModifier);
    const QString plain = QString(text).replace(u"\r\n"_s, u"\n"_s).remove(QChar(7));
    replaceInModel(field, start, length, plain);
    if (field.kind != FieldKind::MultiLine) {
        const QString key(field.key);
        const QString line = asLine(m_now.value(key).shown); // line breaks within are spaces
        mean(field, {line, {{key, line}}});
    }
    return true;
}

// Whether the field takes it; then it is at @p start.
bool RandomHands::drop(const UserField &field, const QMimeData &data, int *start)
{
    QWidget *editor = goToEditor(field);
    QWidget *target = targetOf(editor);
    const QPoint place(below(target->width() - 4) + 2, target->height() / 2);
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        *start = line->cursorPositionAt(place);
    else
        *start = qobject_cast<QPlainTextEdit *>(editor)->cursorForPosition(place).position();
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    if (!enter.isAccepted())
        return false;
    QDragMoveEvent move(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &move);
    QDropEvent dropped(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &dropped);
    return true;
}

bool RandomHands::dropText()
{
    const UserField &field = anyTextField();
    QMimeData data;
    data.setText(u"dropped"_s);
    if (below(2))
        data.setHtml(u"<i>markup</i>"_s);
    int start = 0;
    if (!drop(field, data, &start))
        return false;
    replaceInModel(field, start, 0, data.text());
    return true;
}

bool RandomHands::dropMarkup()
{
    QMimeData data;
    data.setHtml(u"<i>markup</i>"_s);
    int start = 0;
    return !drop(anyTextField(), data, &start);
}

bool RandomHands::setByAssistant()
{
    const UserField &field = anyTextField();
    QWidget *editor = goToEditor(field);
    const QString text = oneOf({u"dictated"_s, QString(), u"dictated words"_s});
    accessible(editor)->editableTextInterface()->replaceText(0, static_cast<int>(textOf(editor).size()), text);
    replaceInModel(field, 0, static_cast<int>(m_now.value(QString(field.key)).shown.size()), text);
    return true;
}

bool RandomHands::insertByAssistant()
{
    const UserField &field = anyTextField();
    QWidget *editor = goToEditor(field);
    const int start = edgeIn(textOf(editor));
    accessible(editor)->editableTextInterface()->insertText(start, u"Braille"_s);
    replaceInModel(field, start, 0, u"Braille"_s);
    return true;
}

bool RandomHands::deleteByAssistant()
{
    const UserField &field = anyTextField();
    QWidget *editor = goToEditor(field);
    const QString text = textOf(editor);
    const int one = edgeIn(text);
    const int other = edgeIn(text);
    accessible(editor)->editableTextInterface()->deleteText(std::min(one, other), std::max(one, other));
    replaceInModel(field, std::min(one, other), std::abs(one - other), {});
    return true;
}

bool RandomHands::clearByKeys()
{
    return replaceAll(anyTextField(), {});
}

bool RandomHands::replaceAll(const UserField &field, const QString &text)
{
    static_cast<void>(goToEditor(field));
    m_app->typeInto(fieldLabel(field), text);
    if (isTextKind(field.kind))
        replaceInModel(field, 0, static_cast<int>(m_now.value(QString(field.key)).shown.size()), text);
    return true;
}

// Acts on values of a kind: a text, what it means, and how it is shown afterwards

bool RandomHands::writeDate()
{
    const UserField &field = *userField(u"birthDate");
    const int day = below(28) + 1;
    const int month = below(12) + 1;
    const int year = 1950 + below(60);
    const QDate date(year, month, day);
    const QString written = date.toString(below(2) ? u"yyyy-MM-dd"_s : dateFormat());
    m_acts.last() += u' ' + written;
    replaceAll(field, written);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // left, a field shows what it has understood
    mean(field, dateMeant(date));
    return true;
}

bool RandomHands::writeCountry()
{
    static const QList<std::pair<QString, QString>> known{
        {u"France"_s, u"FR"_s}, {u"Malta"_s, u"MT"_s}, {u"Spain"_s, u"ES"_s}, {u"Italy"_s, u"IT"_s}};
    const auto &[name, code] = known.at(below(static_cast<int>(known.size())));
    const UserField &field = *userField(u"country");
    m_acts.last() += u' ' + name;
    replaceAll(field, name);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    mean(field, {name, {{u"country"_s, name}, {u"countryCode"_s, code}}});
    return true;
}

RandomHands::Meant RandomHands::dateMeant(QDate date)
{
    return {QLocale().toString(date, dateFormat()), {{u"birthDate"_s, date.toString(Qt::ISODate) + u"T00:00:00Z"_s}}};
}

// In C, where the tests run: what is written here is the wire's notation too.
bool RandomHands::writeSetting()
{
    static const QList<std::pair<QString, QStringList>> values{{u"201"_s, {u"#102030"_s, u"#FFFFFF"_s}},
                                                               {u"202"_s, {u"Hello"_s, u"a, b"_s, u"12,75"_s}},
                                                               {u"205"_s, {u"7"_s, u"45"_s}},
                                                               {u"208"_s, {u"9223372036854775806"_s, u"1"_s}},
                                                               {u"209"_s, {u"12.75"_s, u"3"_s}},
                                                               {u"210"_s, {u"https://example.org/a?b=c"_s}},
                                                               {u"211"_s, {u"grace=7d"_s}}};
    const auto &[id, texts] = values.at(below(static_cast<int>(values.size())));
    const QString text = oneOf(texts);
    m_acts.last() += u' ' + id + u' ' + text;
    m_app->goTo(2);
    landOpenIfLeft();
    auto *tree = m_app->find<QTreeView>(u"Settings"_s);
    const QModelIndexList found = tree->model()->match(tree->model()->index(0, 0), SettingsModel::IdRole, id, 1,
                                                       Qt::MatchExactly | Qt::MatchRecursive);
    if (found.isEmpty())
        return false;
    tree->setCurrentIndex(found.first());
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_F2);
    if (!eventually([tree] { return tree->findChild<QLineEdit *>() != nullptr; }))
        return false;
    auto *cell = tree->findChild<QLineEdit *>();
    QTest::keyClick(cell, Qt::Key_A, Qt::ControlModifier);
    if (below(3) == 0)
        accessible(cell)->editableTextInterface()->replaceText(0, static_cast<int>(cell->text().size()), text);
    else
        QTest::keyClicks(cell, text);
    QTest::keyClick(cell, Qt::Key_Return);
    m_settings.insert(id, text);
    return eventually([tree] { return tree->findChild<QLineEdit *>() == nullptr; });
}

// Acts that change nothing

bool RandomHands::turnWheel()
{
    const auto widgets = m_app->window().findChildren<QWidget *>();
    QList<QWidget *> seen;
    std::copy_if(widgets.begin(), widgets.end(), std::back_inserter(seen), [](QWidget *w) { return w->isVisible(); });
    if (QComboBox *box = m_app->findIfThere<QComboBox>(u"Country"_s); box && below(2))
        seen = {box}; // one of a hundred, and the one that would change
    QWidget *widget = seen.at(below(static_cast<int>(seen.size())));
    if (below(2) && widget->focusPolicy() != Qt::NoFocus)
        widget->setFocus();
    const QPoint place = widget->rect().center();
    QWheelEvent wheel(place, widget->mapToGlobal(place), {}, QPoint(0, below(2) ? 120 : -120), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(widget, &wheel);
    landOpenIfLeft();
    m_acts.last() += u' ' + QString::fromLatin1(widget->metaObject()->className());
    return true;
}

bool RandomHands::switchPage()
{
    m_app->goTo(below(3));
    landOpenIfLeft();
    return true;
}

bool RandomHands::reload()
{
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    return eventually([this] { return !m_app->session().isReloading(); });
}

// Undo and redo: to something that was meant before

bool RandomHands::stepBack(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *composing = m_open.field ? m_editors.value(QString(m_open.field->key)) : nullptr;
    landOpen(); // it is the last step
    QTest::keyClick(composing ? composing : &m_app->window(), key, modifiers);
    m_settings.clear(); // what is undone may be a setting: the next thing written counts again
    for (const UserField &field : userFields()) {
        const QString name(field.key);
        if (!m_now.contains(name))
            continue;
        const QString shown = textOf(m_editors.value(name));
        if (const QDate date = QLocale().toDate(shown, dateFormat()); field.kind == FieldKind::Date && date.isValid()) {
            // Also to one that was whole for a moment while another was written.
            m_now.insert(name, dateMeant(date));
            continue;
        }
        const QList<Meant> ever = m_ever.value(name);
        const auto found = std::find_if(ever.rbegin(), ever.rend(), [&](const Meant &m) { return m.shown == shown; });
        if (found == ever.rend())
            return false;
        m_now.insert(name, *found);
    }
    return true;
}

bool RandomHands::undo()
{
    return stepBack(Qt::Key_Z, Qt::ControlModifier);
}

bool RandomHands::redo()
{
    return stepBack(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
}

bool RandomHands::save()
{
    landOpen();
    QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
    return eventually([this] { return !m_app->session().isSaving(); }) &&
           m_app->window().findChild<SaveBar *>()->changeCount() == 0;
}

// Checks

QString RandomHands::wrongOnScreen()
{
    for (const UserField &field : userFields()) {
        const QString key(field.key);
        if (!m_now.contains(key))
            continue;
        const QString shown = textOf(m_editors.value(key));
        if (shown != m_now.value(key).shown)
            return u"%1 shows “%2” where “%3” was meant"_s.arg(key, shown, m_now.value(key).shown);
    }
    return {};
}

QString RandomHands::wrongAtService()
{
    const QJsonObject held = m_app->service().user(m_now.value(u"userName"_s).shown);
    for (auto field = m_now.begin(); field != m_now.end(); ++field) {
        const QHash<QString, QJsonValue> members = field->members;
        for (auto member = members.begin(); member != members.end(); ++member) {
            if (held.value(member.key()) != member.value())
                return u"the service holds another %1 than was meant: “%2”, not “%3”"_s.arg(
                    member.key(), held.value(member.key()).toString(), member.value().toString());
        }
    }
    for (auto setting = m_settings.begin(); setting != m_settings.end(); ++setting) {
        const QString value = User(held).valueAt(Path::setting(setting.key())).toString();
        if (value != setting.value())
            return u"the service holds “%1” for setting %2, not “%3”"_s.arg(value, setting.key(), setting.value());
    }
    return {};
}

} // namespace lanyard::testing
