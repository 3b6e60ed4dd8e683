// What the status line leaves out where there is no room for all of it.
#include "core/base/text.h"
#include "ui/common/cutlabel.h"
#include "ui/look/badge.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"
#include "ui/statusline.h"

#include <QToolButton>

#include <algorithm>

namespace lanyard {

// Where there is no room for all of it, only what matters in it; it is still read aloud as a whole.
void StatusLine::say(PlainLabel &label, const QString &text, const QString &shortText)
{
    m_said[&label] = {text, shortText};
    label.setAccessibleName(withoutQuoteMarks(text));
    fitTexts();
}

// Before any of them is cut.
void StatusLine::fitTexts()
{
    const bool isShort = wholeWidth() > width();
    for (const auto &[label, said] : m_said)
        label->setText(isShort && !said.shortText.isEmpty() ? said.shortText : said.text);
}

// Of @p part, with its text whole.
int StatusLine::wholeWidthOf(const QWidget &part) const
{
    const auto said = std::find_if(m_said.begin(), m_said.end(), [&part](const auto &of) { return of.first == &part; });
    const int width = part.sizeHint().width() + space(Space::Small);
    if (said == m_said.end())
        return width;
    const QFontMetrics metrics = part.fontMetrics();
    return width + metrics.horizontalAdvance(said->second.text) - metrics.horizontalAdvance(said->first->text());
}

int StatusLine::wholeWidth() const
{
    int needed = 2 * space(Space::Medium) + 2 * space(Space::Small);
    for (const QWidget *part :
         std::initializer_list<const QWidget *>{m_storageIcon, m_storage, m_method, m_session, m_warning, m_clipboard,
                                                m_presentation, m_cancel, m_updated})
        needed += part->isHidden() ? 0 : wholeWidthOf(*part);
    return needed;
}

// A copied key takes the place of how the user is signed in, and until when, where there is no room for all of it.
bool StatusLine::clipboardNeedsRoom() const
{
    if (m_clipboard->text().isEmpty())
        return false;
    int needed = 2 * space(Space::Medium) + fontMetrics().horizontalAdvance(m_clipboard->text());
    for (const QWidget *part : std::initializer_list<const QWidget *>{m_storageIcon, m_storage, m_method, m_session})
        needed += wholeWidthOf(*part);
    for (const QWidget *part : std::initializer_list<const QWidget *>{m_warning, m_presentation, m_cancel, m_updated})
        needed += part->isHidden() ? 0 : wholeWidthOf(*part);
    return needed + 2 * space(Space::Small) > width();
}

} // namespace lanyard
