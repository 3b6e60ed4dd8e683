#pragma once

#include "ui/common/pagearea.h"

namespace lanyard {

/// Contains what is said below an editor: as high as that text is at its width, if the editor has room beside it, and
/// scrollable otherwise, with the keyboard too.
class ProblemArea : public PageArea
{
    Q_OBJECT

public:
    /// Takes ownership of @p texts. @p name is the accessible name.
    ProblemArea(QWidget *texts, const QString &name);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int wholeHeight() const;
};

} // namespace lanyard
