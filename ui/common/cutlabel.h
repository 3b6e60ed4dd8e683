#pragma once

#include "core/base/shortened.h"
#include "ui/look/plainlabel.h"

namespace lanyard {

/// A single-line label that elides its text, with the whole text in its tooltip, rather than widening its window.
class CutLabel : public PlainLabel
{
    Q_OBJECT

public:
    using PlainLabel::PlainLabel;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

    /// The text for @p room pixels: with its start kept.
    [[nodiscard]] virtual QString cutText(int room) const;

private:
    [[nodiscard]] QString shownText() const;
};

/// The name of a user, of which start and end are kept: names often differ at the end alone.
class NameLabel : public CutLabel
{
    Q_OBJECT

public:
    using CutLabel::CutLabel;

protected:
    [[nodiscard]] QString cutText(int room) const override;
};

/// The address of a server, of which start, end and port are kept.
class ServerLabel : public CutLabel
{
    Q_OBJECT

public:
    explicit ServerLabel(QWidget *parent = nullptr);

protected:
    [[nodiscard]] QString cutText(int room) const override;
};

/// In pixels of @p metrics.
[[nodiscard]] TextWidth widthIn(const QFontMetrics &metrics);

} // namespace lanyard
